import { NeuralTraderError, barColumns, type Bars, type Column } from '@neural-trader/core'
import { computeColumns, type IndicatorInfo } from '@neural-trader/engine'

import { paramsOf, type IndicatorParams } from '../indicator-shape.ts'
import { findProfileFunction } from '../profiles/find-profile-function.ts'
import { resolve } from '../profiles/profile-call.ts'
import type { Profile } from '../profiles/profile-function.ts'
import { findIndicator } from './find-indicator.ts'
import { indicatorInputs } from './indicator-inputs.ts'
import { infoShape } from './info-shape.ts'

/** One entry of a list of indicators to compute, plain data. */
export type SpecEntry = {
  /** Any name that {@link findIndicator} knows, or that of a function of the profile. */
  readonly name: string
  /** The library whose names, parameters, outputs and rules the entry speaks of. */
  readonly profile?: Profile
  readonly params?: IndicatorParams
  /** One output; all of them unless given. */
  readonly output?: string
  /**
   * Name of the column, or beginning of the names where there are several; made of the name and the
   * parameters unless given: `sma_20`, `bollinger-bands_20_upper`.
   */
  readonly as?: string
  /** What an input reads: a column of the bars, or one that an entry before this one made. */
  readonly inputs?: Readonly<Record<string, string>>
}

type Named = { readonly name: string }

/**
 * Computes a list of indicators over bars in one crossing: a column each, as long as the bars, NaN
 * where there is no value.
 *
 * @throws NeuralTraderError `UNKNOWN_INDICATOR`, `INVALID_PARAMETER` or `INVALID_ARGUMENT`.
 */
export function computeSpec(
  spec: readonly SpecEntry[],
  bars: Bars,
): Readonly<Record<string, Float64Array>> {
  return computeColumns(declareSpec(spec), bars).columns
}

/**
 * The columns of a list as declarations, for a strategy or a plan.
 *
 * @throws NeuralTraderError `UNKNOWN_INDICATOR`, `INVALID_PARAMETER` or `INVALID_ARGUMENT`.
 */
export function declareSpec(spec: readonly SpecEntry[]): Readonly<Record<string, Column>> {
  const made = new Map<string, Column>()
  for (const entry of spec) {
    for (const [name, column] of declared(entry, made)) {
      if (made.has(name) || (barColumns as readonly string[]).includes(name)) {
        const message = `Two columns would be called ${name}: tell them apart with \`as\``
        throw new NeuralTraderError('INVALID_ARGUMENT', message, { details: { column: name } })
      }
      made.set(name, column)
    }
  }
  return Object.fromEntries(made)
}

function declared(entry: SpecEntry, made: ReadonlyMap<string, Column>): [string, Column][] {
  if (entry.profile !== undefined) return declaredByProfile(entry, entry.profile, made)
  const info = findIndicator(entry.name)
  const params = paramsOf(infoShape(info), entry.params ?? {})
  const inputs = indicatorInputs(info, entry.inputs).map((name) => columnCalled(name, made))
  const stem = entry.as ?? [info.name, ...Object.values(entry.params ?? {})].join('_')
  const outputs = outputsOf(info, entry.output)
  return outputs.map((output) => [
    outputs.length === 1 ? stem : `${stem}_${output}`,
    { indicator: info.name, inputs, params, output },
  ])
}

function declaredByProfile(
  entry: SpecEntry,
  profile: Profile,
  made: ReadonlyMap<string, Column>,
): [string, Column][] {
  const fn = findProfileFunction(profile, entry.name)
  const names = indicatorInputs(fn, entry.inputs)
  const series = new Map(fn.inputs.map((input, index) => [input, names[index] ?? input]))
  const stem = entry.as ?? [fn.name, ...Object.values(entry.params ?? {})].join('_')
  const wanted = outputsOf(fn, entry.output)
  const outputs = fn.outputs.filter((output) => wanted.includes(output.name))
  return outputs.map((output) => {
    const { reads, ...column } = resolve(fn, output, entry.params ?? {})
    const inputs = reads.map((input) => columnCalled(series.get(input) ?? input, made))
    return [outputs.length === 1 ? stem : `${stem}_${output.name}`, { ...column, inputs }]
  })
}

function columnCalled(name: string, made: ReadonlyMap<string, Column>): Column {
  const found = barColumns.find((column) => column === name)
  const column = found === undefined ? made.get(name) : { column: found }
  if (column !== undefined) return column
  const known = [...barColumns, ...made.keys()].join(', ')
  const message = `There is no column ${name} to read: the columns so far are ${known}`
  throw new NeuralTraderError('INVALID_ARGUMENT', message, { details: { column: name } })
}

function outputsOf(
  { name, outputs }: Pick<IndicatorInfo, 'name'> & { readonly outputs: readonly Named[] },
  wanted?: string,
): readonly string[] {
  const names = outputs.map((output) => output.name)
  if (wanted === undefined) return names
  if (names.includes(wanted)) return [wanted]
  const message = `${name} has no output ${wanted}: give one of ${names.join(', ')}`
  throw new NeuralTraderError('INVALID_ARGUMENT', message, {
    details: { indicator: name, output: wanted },
  })
}
