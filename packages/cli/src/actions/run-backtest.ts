import { relative } from 'node:path'

import {
  backtest,
  renderSummary,
  writeEventLog,
  writeReport,
  type BacktestResult,
  type CorporateActions,
} from '@neural-trader/backtesting'

import type { Bars } from '@neural-trader/core'
import { readCorporateActions } from '@neural-trader/market-data'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import type { Output } from '../output/output.ts'
import type { Progress } from '../output/progress.ts'
import { loadStrategy } from '../strategy/load-strategy.ts'
import { backtestDocument } from './backtest-document.ts'
import { backtestRules, type RuleOptions } from './backtest-rules.ts'
import { loadData, type LoadDataOptions } from './load-data.ts'
import { tradesTable } from './trades-table.ts'

/** The options of `neural-trader backtest`, as its command declares them. */
export type RunBacktestOptions = LoadDataOptions &
  RuleOptions & {
    readonly data: readonly string[]
    readonly strategy: string
    readonly param?: Readonly<Record<string, string>>
    readonly report?: string
    readonly title?: string
    /** File of what companies did, for raw bars. */
    readonly corporateActions?: string
    readonly log?: string
    readonly trades?: boolean
  }

/** Runs a backtest, writes its report if asked to, and prints what came of it. */
export const runBacktest: Action<RunBacktestOptions> = async (options, output) => {
  const progress = output.openProgress()
  try {
    const result = await run(options, output.signal, progress)
    output.signal.throwIfAborted()
    const report = await saveReport(result, options, progress)
    const log = await saveLog(result, options, progress)
    progress.close()
    print({ result, report, log }, options, output)
    return exitCode.ok
  } finally {
    progress.close()
  }
}

async function run(
  options: RunBacktestOptions,
  signal: AbortSignal,
  progress: Progress,
): Promise<BacktestResult> {
  const rules = await backtestRules(options)
  const source = await loadStrategy(options.strategy)
  const strategy = source.create(options.param ?? {})
  const data = []
  for (const name of options.data) {
    progress.stage(`Reading ${name}`)
    data.push(await loadData(name, options, signal))
  }
  const actions = await loadActions(options, data)
  progress.stage(`Running ${strategy.name}`)
  return await backtest({
    ...rules,
    ...(actions === undefined ? {} : { corporateActions: actions }),
    data,
    strategy,
    signal,
    onProgress: (done) => progress.update(done),
  })
}

/** The actions of the file; rows that name no instrument are of the only series. */
async function loadActions(
  { corporateActions: path }: RunBacktestOptions,
  data: readonly Bars[],
): Promise<CorporateActions | undefined> {
  if (path === undefined) return undefined
  const [only] = data.length === 1 ? data : []
  return await readCorporateActions(path, only === undefined ? {} : { instrument: only.instrument })
}

async function saveReport(
  result: BacktestResult,
  { report, title }: RunBacktestOptions,
  progress: Progress,
): Promise<string | null> {
  if (report === undefined) return null
  progress.stage(`Writing ${report}`)
  return await writeReport(result, report, title === undefined ? {} : { title })
}

async function saveLog(
  result: BacktestResult,
  { log }: RunBacktestOptions,
  progress: Progress,
): Promise<string | null> {
  if (log === undefined) return null
  progress.stage(`Writing ${log}`)
  return await writeEventLog(result, log)
}

type Finished = {
  readonly result: BacktestResult
  readonly report: string | null
  readonly log: string | null
}

function print(
  { result, report, log }: Finished,
  { trades = false }: RunBacktestOptions,
  output: Output,
): void {
  if (output.json) {
    output.printJson(backtestDocument(result, { report, log, trades }))
    return
  }
  output.print(renderSummary(result, output.terminal))
  if (trades) output.print(`\n${tradesTable(result, output)}`)
  if (report !== null) output.print(`\nReport  ${output.colors.bold(nearby(report))}`)
  if (log !== null)
    output.print(`${report === null ? '\n' : ''}Log     ${output.colors.bold(nearby(log))}`)
}

/** A path as one would type it here. */
function nearby(path: string): string {
  const way = relative(process.cwd(), path)
  return way.startsWith('..') ? path : way
}
