import {
  writtenParams,
  type CombinatorialResult,
  type GrowthMeasures,
  type ParameterMap,
  type WalkForwardResult,
} from '@neural-trader/backtesting'
import { formatInstant } from '@neural-trader/market-data'

import type { Output } from '../output/output.ts'
import { formatTable } from '../output/table.ts'
import { wrap } from '../output/wrap.ts'
import type { Told } from './walk-forward-document.ts'
import { count } from './wording.ts'

/** A walk forward for people: a line a window, what came of it out of sample, and how much was tried. */
export function printWalkForward(
  result: WalkForwardResult,
  { objective, leftOut, map }: Told & { readonly map: ParameterMap | null },
  output: Output,
): void {
  const head = ['Test', 'Bars', 'Trained on', `In ${objective}`, 'Out', 'Return', 'Parameters']
  let place = 0
  const rows = result.windows.map((window) => {
    const { train, test, params, inSampleScore, outOfSampleScore, outOfSample } = window
    const first = result.time[place] ?? 0n
    place += test.to - test.from
    return [
      formatInstant(first).slice(0, 10),
      count(test.to - test.from),
      count(train.to - train.from),
      number(inSampleScore),
      number(outOfSampleScore),
      percent(outOfSample['totalReturn'] ?? Number.NaN),
      params === null ? 'none had a score: in cash' : writtenParams(params),
    ]
  })
  output.print(formatTable(head, rows, output))
  const { bold } = output.colors
  output.print(`\n${bold('Out of sample')}  ${told(result.measures)}`)
  output.print(`${bold('Efficiency')}     ${efficiency(result.efficiency)}`)
  output.print(`${bold('Trials')}         ${trials(result.trials, leftOut, output)}`)
  if (map !== null) output.print(`\n${mapText(map, objective, output)}`)
}

/** Combinatorial cross-validation for people: a line a path, and their spread. */
export function printCombinatorial(
  result: CombinatorialResult,
  { objective, leftOut }: Told,
  output: Output,
): void {
  const { splits, paths } = result
  const chosen = splits.map(({ params }) => (params === null ? 'none' : writtenParams(params)))
  const votes = [...new Set(chosen)].map(
    (text) => [text, chosen.filter((each) => each === text).length] as const,
  )
  const rows = votes
    .toSorted(([, one], [, other]) => other - one)
    .map(([text, wins]) => [`${wins} of ${splits.length}`, text])
  output.print(formatTable([`Best ${objective}`, 'Parameters'], rows, output))
  const lines = paths.map(({ measures }, index) => [
    String(index + 1),
    percent(measures.totalReturn),
    percent(measures.annualReturn),
    number(measures.sharpeRatio),
    percent(measures.maxDrawdown),
  ])
  const head = ['Path', 'Return', 'A year', 'Sharpe', 'Drawdown']
  output.print(`\n${formatTable(head, lines, output)}`)
  const sharpes = paths
    .map(({ measures }) => measures.sharpeRatio)
    .toSorted((one, other) => one - other)
  const { bold } = output.colors
  const spread = `Sharpe from ${number(sharpes[0] ?? Number.NaN)} to ${number(sharpes.at(-1) ?? Number.NaN)} over ${paths.length} paths out of sample`
  output.print(`\n${bold('Spread')}  ${spread}`)
  output.print(`${bold('Trials')}  ${trials(result.trials, leftOut, output)}`)
}

function told({ totalReturn, annualReturn, sharpeRatio, maxDrawdown }: GrowthMeasures): string {
  return `return ${percent(totalReturn)}, a year ${percent(annualReturn)}, Sharpe ${number(sharpeRatio)}, drawdown ${percent(maxDrawdown)}`
}

function efficiency(value: number): string {
  return Number.isNaN(value)
    ? 'none: the trainings did not gain'
    : `${percent(value, 0)} of the annual return in training was left in the tests`
}

function trials(tried: number, leftOut: number, { terminal }: Output): string {
  const rest = leftOut === 0 ? '' : `; ${count(leftOut)} more are refused by the strategy`
  const text = `each choice is the best of ${count(tried)} combinations${rest}`
  return wrap(text, terminal, 15)
}

function mapText(map: ParameterMap, objective: string, output: Output): string {
  const width = map.x.values.length
  const head = [`${map.y.name} \\ ${map.x.name}`, ...map.x.values.map(String)]
  const rows = map.y.values.map((value, row) => [
    String(value),
    ...Array.from(map.values.slice(row * width, (row + 1) * width), number),
  ])
  const { robust, peak } = map
  const place = (at: ParameterMap['peak']): string =>
    at === null ? 'nowhere' : `${map.x.name}=${at.x} ${map.y.name}=${at.y}`
  const note = `Mean ${objective} in training. Highest at ${place(peak)}; highest with its neighbours at ${place(robust)}.`
  return `${formatTable(head, rows, output)}\n\n${wrap(note, output.terminal, 0)}`
}

function number(value: number): string {
  return Number.isNaN(value) ? '-' : value.toFixed(2)
}

function percent(value: number, digits = 2): string {
  return Number.isNaN(value) ? '-' : `${(value * 100).toFixed(digits)} %`
}
