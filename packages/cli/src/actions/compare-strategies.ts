import { relative } from 'node:path'

import {
  backtest,
  comparisonRows,
  compareRuns,
  writeComparison,
  type BacktestResult,
  type Comparison,
} from '@neural-trader/backtesting'
import type { Strategy } from '@neural-trader/core'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import type { Output } from '../output/output.ts'
import type { Progress } from '../output/progress.ts'
import { formatTable } from '../output/table.ts'
import { loadStrategy } from '../strategy/load-strategy.ts'
import { backtestRules, type RuleOptions } from './backtest-rules.ts'
import { loadData, type LoadDataOptions } from './load-data.ts'

/** The options of `neural-trader compare`, as its command declares them. */
export type CompareStrategiesOptions = LoadDataOptions &
  RuleOptions & {
    readonly strategies: readonly string[]
    readonly data: readonly string[]
    readonly report?: string
    readonly title?: string
  }

/** Runs strategies under the same rules and prints their measures side by side. */
export const compareStrategies: Action<CompareStrategiesOptions> = async (options, output) => {
  const progress = output.openProgress()
  try {
    const comparison = compareRuns(await runAll(options, { output, progress }))
    output.signal.throwIfAborted()
    const { report, title } = options
    const path =
      report === undefined
        ? null
        : await writeComparison(comparison, report, title === undefined ? {} : { title })
    progress.close()
    print(comparison, path, output)
    return exitCode.ok
  } finally {
    progress.close()
  }
}

type Screen = { readonly output: Output; readonly progress: Progress }

async function runAll(
  options: CompareStrategiesOptions,
  { output, progress }: Screen,
): Promise<readonly BacktestResult[]> {
  const rules = await backtestRules(options)
  const strategies: Strategy[] = []
  for (const text of options.strategies) strategies.push(await strategyOf(text))
  const data = []
  for (const name of options.data) {
    progress.stage(`Reading ${name}`)
    data.push(await loadData(name, options, output.signal))
  }
  const runs: BacktestResult[] = []
  for (const strategy of strategies) {
    progress.stage(`Running ${strategy.name}`)
    const { signal } = output
    const onProgress = (done: number): void => progress.update(done)
    runs.push(await backtest({ ...rules, data, strategy, signal, onProgress }))
  }
  return runs
}

/** `name`, or `name:param=value,...`. */
async function strategyOf(text: string): Promise<Strategy> {
  const [, name = text, params = ''] = /^(.+?):(\w+=.*)$/u.exec(text) ?? []
  const pairs = params.split(',').filter(Boolean)
  const source = await loadStrategy(name)
  return source.create(Object.fromEntries(pairs.map((pair) => pair.split('=', 2))))
}

function print(comparison: Comparison, report: string | null, output: Output): void {
  const { names, runs, correlation } = comparison
  if (output.json) {
    output.printJson({
      runs: runs.map(({ strategy, measures, conventions, log }, at) => {
        return { name: names[at], strategy, measures, conventions, log: { hash: log.hash } }
      }),
      correlation: correlation.map((row) => Array.from(row)),
      report,
    })
    return
  }
  output.print(formatTable(...rightAligned(['', ...names], comparisonRows(comparison)), output))
  output.print(`\n${runs.length} runs. The best of many is good by chance too.`)
  if (report !== null) {
    output.print(`\nPage  ${output.colors.bold(relative(process.cwd(), report) || report)}`)
  }
}

/** Every column but the first set to the right. */
function rightAligned(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): [string[], string[][]] {
  const lines = [head].concat(rows)
  const width = head.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  const align = (cell: string, at: number): string =>
    at === 0 ? cell : cell.padStart(width[at] ?? 0)
  return [head.map(align), rows.map((row) => row.map(align))]
}
