import type { NumberCells, SignalOptions } from '../src/index.ts'
import { numberOf, type Broadcast, type VectorbtCase } from './vectorbt-case.ts'

/** Names of options there and here. */
const names: Readonly<Record<string, string>> = {
  val_price: 'valuePrice',
  size_type: 'sizeType',
  fixed_fees: 'fixedFees',
  min_size: 'minSize',
  max_size: 'maxSize',
  size_granularity: 'sizeGranularity',
  lock_cash: 'lockCash',
  allow_partial: 'allowPartial',
  sl_stop: 'stopLoss',
  sl_trail: 'trailing',
  tp_stop: 'takeProfit',
  stop_entry_price: 'stopEntryPrice',
  stop_exit_price: 'stopExitPrice',
  upon_stop_exit: 'uponStopExit',
  upon_stop_update: 'uponStopUpdate',
  upon_long_conflict: 'uponLongConflict',
  upon_short_conflict: 'uponShortConflict',
  upon_dir_conflict: 'uponDirectionConflict',
  upon_opposite_entry: 'uponOppositeEntry',
  update_value: 'updateValue',
  ffill_val_price: 'fillValuePrice',
  call_seq: 'callSequence',
}

/** Choices that are written otherwise here. */
const choices: Readonly<Record<string, string>> = {
  targetamount: 'target-amount',
  targetvalue: 'target-value',
  targetpercent: 'target-percent',
  longonly: 'long-only',
  shortonly: 'short-only',
  addonly: 'add-only',
  removeonly: 'remove-only',
  closereduce: 'close-reduce',
  reversereduce: 'reverse-reduce',
  valprice: 'value-price',
  fillprice: 'fill-price',
  stoplimit: 'stop-limit',
  stopmarket: 'stop-market',
  overridenan: 'override-nan',
}

const signals: Readonly<Record<string, string>> = {
  entries: 'entries',
  exits: 'exits',
  short_entries: 'shortEntries',
  short_exits: 'shortExits',
}

/** A case as options of `fromSignals` or `fromOrders`. */
export function optionsOf({ method, rows, freq, input, options }: VectorbtCase): SignalOptions {
  const isSignals = method === 'from_signals'
  const bar = freq === '1h' ? 3_600_000_000_000n : 86_400_000_000_000n
  const time = BigInt64Array.from(
    { length: rows },
    (_, row) => 1_704_067_200n * 10n ** 9n + BigInt(row) * bar,
  )
  const prices = ['close', ...(isSignals ? ['open', 'high', 'low'] : [])]
  const data = (input['close'] ?? []).map((_, column) => {
    const known = prices.filter((name) => input[name] !== undefined)
    const columns = known.map((name) => [name, floats(input[name]?.[column])] as const)
    return Object.fromEntries([['time', time], ...columns])
  })
  const given = Object.entries(options).filter(
    ([name]) => !/cash|group_by/.test(name) || name === 'lock_cash',
  )
  const flags = Object.entries(signals).filter(([name]) => input[name] !== undefined)
  return {
    data,
    profile: 'vectorbt',
    ...Object.fromEntries(given.map(([name, value]) => [names[name] ?? name, cellsOf(value)])),
    ...Object.fromEntries(
      flags.map(([name, ours]) => [
        ours,
        input[name]?.map((column) => Uint8Array.from(column, Number)),
      ]),
    ),
    cash: cashOf(options['init_cash']),
    cashSharing:
      options['cash_sharing'] === true && ((options['group_by'] as number[] | undefined) ?? true),
  } as unknown as SignalOptions
}

function floats(column: readonly Broadcast[] | undefined): Float64Array {
  return Float64Array.from(column ?? [], numberOf)
}

function cashOf(given: Broadcast | undefined): number | readonly number[] | string {
  if (given === 'autoalign') return 'auto-align'
  return (given ?? 100) as number | readonly number[] | string
}

/** Numbers, flags or choices: a scalar, one a column, or columns with one a bar. */
function cellsOf(value: Broadcast): unknown {
  if (!Array.isArray(value)) return oneOf(value)
  const columns = value as readonly Broadcast[]
  if (!Array.isArray(columns[0])) return columns.map(oneOf)
  const lists = columns as readonly (readonly Broadcast[])[]
  const kind = lists.flat().find((each) => each !== null)
  if (typeof kind === 'boolean') return lists.map((list) => Uint8Array.from(list, Number))
  const isChoice = typeof kind === 'string' && !kind.endsWith('inf')
  return isChoice ? lists.map((list) => list.map(oneOf)) : (lists.map(floats) satisfies NumberCells)
}

function oneOf(value: Broadcast): unknown {
  if (typeof value === 'boolean') return value
  const isChoice = typeof value === 'string' && !value.endsWith('inf')
  return isChoice ? (choices[value] ?? value) : numberOf(value)
}
