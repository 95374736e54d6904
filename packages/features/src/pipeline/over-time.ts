import { computeIndicator } from '@neural-trader/engine'

import { columnsOf, type ColumnMap, type TimeStep } from './step.ts'

/** The columns with those that a step over time adds, each beside its source: `close_lag_1`. */
export function overTime(step: TimeStep, columns: ColumnMap): ColumnMap {
  const sources = new Set(columnsOf(step, columns.keys()))
  const after = new Map<string, Float64Array>()
  for (const [name, column] of columns) {
    after.set(name, column)
    if (!sources.has(name)) continue
    for (const [addedName, values] of added(step, name, column)) after.set(addedName, values)
  }
  return after
}

/** Bars before the first value of the longest column that a step adds. */
export function lookbackOf(step: TimeStep): number {
  return step.step === 'rolling' ? step.window - 1 : Math.max(...list(step.bars))
}

/** The names of the columns that a step adds for one source. */
export function addedNames(step: TimeStep, source: string): readonly string[] {
  if (step.step === 'rolling') {
    return [`${source}_rolling_${step.statistic.replace('-', '_')}_${step.window}`]
  }
  return list(step.bars).map((bars) => `${source}_${step.step.replace('-', '_')}_${bars}`)
}

function added(
  step: TimeStep,
  name: string,
  column: Float64Array,
): readonly (readonly [string, Float64Array])[] {
  const names = addedNames(step, name)
  if (step.step === 'rolling') return [[names[0] ?? name, rolling(step, column)]]
  const change = changes[step.step]
  return list(step.bars).map((bars, index) => [
    names[index] ?? name,
    column.map((value, row) => change(value, column[row - bars] ?? Number.NaN)),
  ])
}

const changes: Readonly<
  Record<'lag' | 'difference' | 'log-return', (value: number, before: number) => number>
> = {
  lag: (_, before) => before,
  difference: (value, before) => value - before,
  'log-return': (value, before) => Math.log(value / before),
}

type Rolling = Extract<TimeStep, { readonly step: 'rolling' }>

function rolling({ statistic, window }: Rolling, column: Float64Array): Float64Array {
  const of = (name: string): Float64Array =>
    computeIndicator({ name, params: { period: window }, output: 'value' }, [column])
  if (statistic === 'mean') return of('sma')
  if (statistic === 'deviation') return of('stddev')
  if (statistic === 'z-score') return scaled(column, of('sma'), of('stddev'))
  const lowest = of('lowest')
  const highest = of('highest')
  return scaled(
    column,
    lowest,
    highest.map((high, row) => high - (lowest[row] ?? Number.NaN)),
  )
}

/** Where nothing moved in the window there is no scale: 0. */
function scaled(column: Float64Array, centre: Float64Array, scale: Float64Array): Float64Array {
  return column.map((value, row) => {
    const distance = value - (centre[row] ?? Number.NaN)
    return scale[row] === 0 ? 0 : distance / (scale[row] ?? Number.NaN)
  })
}

function list(bars: number | readonly number[]): readonly number[] {
  return typeof bars === 'number' ? [bars] : bars
}
