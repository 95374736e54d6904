import { relative } from 'node:path'

import {
  grid,
  sweep,
  topRows,
  writeSweep,
  type Measures,
  type SweepTable,
} from '@neural-trader/backtesting'
import { NeuralTraderError, type Bars } from '@neural-trader/core'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import type { Output } from '../output/output.ts'
import type { Progress } from '../output/progress.ts'
import { formatTable } from '../output/table.ts'
import { loadStrategy, type StrategySource } from '../strategy/load-strategy.ts'
import { parseParamLists } from '../strategy/param-lists.ts'
import { backtestRules, type RuleOptions } from './backtest-rules.ts'
import { endsLike } from './ending.ts'
import { loadData, type LoadDataOptions } from './load-data.ts'
import { writeSweepTable } from './write-sweep-table.ts'
import { count } from './wording.ts'

/** The options of `neural-trader sweep`, as its command declares them. */
export type RunSweepOptions = LoadDataOptions &
  RuleOptions & {
    readonly data: readonly string[]
    readonly strategy: string
    readonly param: Readonly<Record<string, string>>
    readonly measure?: keyof Measures
    readonly top?: number
    readonly out?: string
    readonly report?: string
    readonly title?: string
    readonly map?: string
    readonly checkpoint?: string
    readonly threads?: number
  }

/** Tries every combination of parameters, prints the best, and writes what it is asked to. */
export const runSweep: Action<RunSweepOptions> = async (options, output) => {
  if (options.out !== undefined) endsLike(options.out, ['csv', 'json'])
  const progress = output.openProgress()
  try {
    const table = await run(options, output.signal, progress)
    output.signal.throwIfAborted()
    const measure = options.measure ?? 'sharpeRatio'
    const best = table.best(measure)
    if (options.out !== undefined) await writeSweepTable(table, options.out)
    const report = await saveReport(table, measure, options)
    progress.close()
    const { trials, failures } = table
    if (output.json) {
      const { out = null } = options
      output.printJson({ trials, failures, measure, best: best ?? null, table: out, report })
    } else print(table, { ...options, measure, report }, output)
    return exitCode.ok
  } finally {
    progress.close()
  }
}

async function run(
  options: RunSweepOptions,
  signal: AbortSignal,
  progress: Progress,
): Promise<SweepTable> {
  const rules = await backtestRules(options)
  const source = await loadStrategy(options.strategy)
  const params = grid(numericLists(source, options.param))
  const data: Bars[] = []
  for (const name of options.data) {
    progress.stage(`Reading ${name}`)
    data.push(await loadData(name, options, signal))
  }
  progress.stage(`Sweeping ${source.name}`)
  const { checkpoint, threads } = options
  return await sweep({
    ...rules,
    ...(checkpoint === undefined ? {} : { checkpoint }),
    ...(threads === undefined ? {} : { threads }),
    data,
    params,
    strategy: (given) => source.create(asText(given)),
    where: (given) => isAccepted(source, given),
    signal,
    onProgress: (done) => progress.update(done),
  })
}

type Given = Readonly<Record<string, number | boolean>>

/** A sweep has numbers and flags alone. */
function numericLists(
  { params }: StrategySource,
  given: RunSweepOptions['param'],
): Readonly<Record<string, readonly (number | boolean)[]>> {
  const lists = Object.entries(parseParamLists(params, given))
  const odd = lists.flatMap(([name, values]) =>
    values.filter((value) => typeof value === 'string').map((value) => `${name}=${value}`),
  )
  if (odd.length === 0) return Object.fromEntries(lists) as ReturnType<typeof numericLists>
  const message = `A sweep tries numbers and flags, not ${odd.join(', ')}: give numbers, true or false`
  throw new NeuralTraderError('INVALID_PARAMETER', message, { details: { given: odd.join(', ') } })
}

function asText(given: Given): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
}

/** What contradicts itself, such as a fast average slower than the slow one, is left out. */
function isAccepted(source: StrategySource, given: Given): boolean {
  try {
    source.create(asText(given))
    return true
  } catch (error) {
    if (error instanceof NeuralTraderError && 'parameter' in error.details) throw error
    return false
  }
}

async function saveReport(
  table: SweepTable,
  measure: keyof Measures,
  { report, title, map }: RunSweepOptions,
): Promise<string | null> {
  if (report === undefined) return null
  const [x, y] = map?.split(',') ?? []
  return await writeSweep(table, report, {
    measure,
    ...(title === undefined ? {} : { title }),
    ...(x === undefined ? {} : { x }),
    ...(y === undefined ? {} : { y }),
  })
}

type Shown = Omit<RunSweepOptions, 'report'> & {
  readonly measure: keyof Measures
  readonly report: string | null
}

function print(table: SweepTable, { measure, top = 10, out, report }: Shown, output: Output): void {
  const { bold } = output.colors
  const { head, rows } = topRows(table, measure, top)
  output.print(formatTable(head, rows, output))
  const failed = table.failures.length === 0 ? '' : `, ${count(table.failures.length)} failed`
  output.print(
    `\n${count(table.trials)} combinations tried${failed}. The best of many is good by chance too: judge it by other bars (neural-trader walk-forward).`,
  )
  const [failure] = table.failures
  if (failure !== undefined) output.print(`First failure: row ${failure.row}: ${failure.message}`)
  if (out !== undefined) output.print(`\nTable  ${bold(out)}`)
  if (report !== null) output.print(`\nPage   ${bold(relative(process.cwd(), report) || report)}`)
}
