import { NeuralTraderError } from '@neural-trader/core'
import type { SignalPlan } from '@neural-trader/engine'

import type { ArrayOptions, PriceColumns } from './array-options.ts'
import { layChoices, layFlags, layNumbers, type Extent, type Laid } from './cells.ts'

const numberOptions = [
  'size',
  'price',
  'valuePrice',
  'fees',
  'fixedFees',
  'slippage',
  'minSize',
  'maxSize',
  'sizeGranularity',
] as const
const flagOptions = ['lockCash', 'allowPartial'] as const
const choiceOptions = ['sizeType', 'direction'] as const

/** A run as the engine takes it, without signals. */
export function planOf(options: ArrayOptions, extent: Extent): SignalPlan {
  const { cash = 100, callSequence = 'default', seed = 0, keep = {} } = options
  const { data, updateValue = false, fillValuePrice = true } = options
  const bars: readonly PriceColumns[] = Array.isArray(data) ? data : [data]
  const time = keep.measures === false ? undefined : bars[0]?.time
  const automatic = typeof cash === 'string'
  return {
    ...extent,
    ...(time === undefined ? {} : { time }),
    trades: keep.trades ?? true,
    equity: keep.equity ?? true,
    ...pricesOf(bars, extent),
    ...laidOut(options, numberOptions, (name, cells) => layNumbers(name, cells, extent)),
    ...laidOut(options, flagOptions, (name, cells) => layFlags(name, cells, extent)),
    ...laidOut(options, choiceOptions, (name, cells) => layChoices<string>(name, cells, extent)),
    cash: automatic ? new Float64Array() : Float64Array.from([cash].flat()),
    ...(automatic ? { automaticCash: cash } : {}),
    groups: groupsOf(options.cashSharing ?? false, extent.columns),
    callSequence,
    seed,
    updateValue,
    fillValuePrice,
  }
}

/** Lays out those options of these names that are given. */
export function laidOut<Options extends object, Name extends keyof Options & string, Out>(
  options: Options,
  names: readonly Name[],
  lay: (name: Name, cells: NonNullable<Options[Name]>) => Out,
): Partial<Record<Name, Out>> {
  const entries = names.flatMap((name) => {
    const cells = options[name]
    return cells === undefined || cells === null ? [] : [[name, lay(name, cells)] as const]
  })
  return Object.fromEntries(entries) as Partial<Record<Name, Out>>
}

function pricesOf(
  bars: readonly PriceColumns[],
  extent: Extent,
): Pick<SignalPlan, 'open' | 'high' | 'low'> & { readonly close: Laid<Float64Array> } {
  const prices = (name: 'open' | 'high' | 'low' | 'close'): Laid<Float64Array> | undefined => {
    const columns = bars.map((each) => each[name])
    if (columns.every((column) => column === undefined)) return undefined
    const known = columns.map((column) => column ?? new Float64Array(extent.steps).fill(Number.NaN))
    const [only] = known
    const isShared = known.length === 1 && only !== undefined
    return layNumbers(name, isShared ? only : known, extent)
  }
  const [open, high, low, close] = [prices('open'), prices('high'), prices('low'), prices('close')]
  return {
    ...(open === undefined ? {} : { open }),
    ...(high === undefined ? {} : { high }),
    ...(low === undefined ? {} : { low }),
    close: close ?? { values: new Float64Array(), stepStride: 1, columnStride: 0 },
  }
}

/** How many columns each account has. */
function groupsOf(sharing: boolean | readonly number[], columns: number): number[] {
  if (sharing === false) return Array.from({ length: columns }, () => 1)
  if (sharing === true) return [columns]
  if (sharing.length !== columns) {
    const message = `cashSharing has ${sharing.length} columns of ${columns}: give each its account`
    throw new NeuralTraderError('DATA_LENGTH_MISMATCH', message, {
      details: { option: 'cashSharing' },
    })
  }
  const groups: number[] = []
  const seen = new Set<number>()
  for (const [at, account] of sharing.entries()) {
    if (at > 0 && account === sharing[at - 1]) groups.push((groups.pop() ?? 0) + 1)
    else if (seen.has(account)) throw scattered(account)
    else groups.push(1)
    seen.add(account)
  }
  return groups
}

function scattered(account: number): NeuralTraderError {
  const message = `cashSharing has account ${account} in two places: columns that share cash stand side by side`
  return new NeuralTraderError('INVALID_ARGUMENT', message, {
    details: { field: 'cashSharing', value: account },
  })
}
