import { resolve } from 'node:path'

import {
  checkLookAhead,
  type CheckLookAheadOptions,
  type LookAheadReport,
} from '@neural-trader/backtesting'
import type { Bars } from '@neural-trader/core'
import { formatInstant } from '@neural-trader/market-data'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import { interrupted } from '../interruption.ts'
import { openReloader, type Reloader } from '../reloading/open-reloader.ts'
import { canReload } from '../reloading/reload-hooks.ts'
import { loadStrategy, looksLikePath } from '../strategy/load-strategy.ts'
import { backtestRules, type RuleOptions } from './backtest-rules.ts'
import { loadData, type LoadDataOptions } from './load-data.ts'
import { printLookAhead } from './look-ahead-text.ts'

/** The options of `neural-trader check lookahead`. */
export type CheckStrategyOptions = LoadDataOptions &
  RuleOptions & {
    readonly strategy: string
    readonly data?: readonly string[]
    readonly param?: Readonly<Record<string, string>>
    readonly cuts?: number
    readonly seed?: number
  }

/** Checks that a strategy does not look ahead. */
export const checkStrategy: Action<CheckStrategyOptions> = async (options, output) => {
  const progress = output.openProgress()
  try {
    const rules = await backtestRules(options)
    const source = await loadStrategy(options.strategy)
    const params = options.param ?? {}
    source.create(params)
    const data = await allData(options, output.signal)
    progress.stage(`Checking ${source.name}`)
    const { cuts, seed } = options
    const report = await check(options, {
      ...rules,
      data,
      strategy: () => source.create(params),
      ...(cuts === undefined ? {} : { cuts }),
      ...(seed === undefined ? {} : { seed }),
      signal: output.signal,
      onProgress: (done) => progress.update(done),
    })
    progress.close()
    if (output.json) output.printJson(documentOf(report))
    else printLookAhead(report, output)
    return report.findings.length > 0 ? exitCode.failed : exitCode.ok
  } catch (error) {
    throw output.signal.aborted ? interrupted : error
  } finally {
    progress.close()
  }
}

async function allData(options: CheckStrategyOptions, signal: AbortSignal): Promise<Bars[]> {
  const data = []
  for (const name of options.data ?? ['sp500']) data.push(await loadData(name, options, signal))
  return data
}

/** Loads the module anew for each future, where it is one that can be. */
async function check(
  options: CheckStrategyOptions,
  given: CheckLookAheadOptions,
): Promise<LookAheadReport> {
  const { strategy: path, param: params = {} } = options
  const isModule = looksLikePath(path) && !path.endsWith('.json')
  if (!isModule || !canReload) return await checkLookAhead(given)
  const file = await textFile(options, given.signal)
  const reloader = openReloader({ path, params, file })
  try {
    const report = await checkLookAhead({ ...given, reload: reloader.reload })
    return withFetches(report, reloader)
  } finally {
    reloader.close()
  }
}

/** The one file of the data, when it is a text whose rows a strategy could read by itself. */
async function textFile(
  { from: _from, to: _to, timeframe: _timeframe, ...options }: CheckStrategyOptions,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ path: string; bars: Bars } | null> {
  const path = options.data?.find((name) => /\.(?:csv|tsv|txt)$/i.test(name))
  if (path === undefined) return null
  return { path: resolve(path), bars: await loadData(path, options, signal) }
}

function withFetches(report: LookAheadReport, { fetched }: Reloader): LookAheadReport {
  const findings = [...fetched].map((url) => ({
    kind: 'network' as const,
    subject: url,
    place: null,
    instrument: null,
    step: null,
    time: null,
    was: `reads ${url}`,
    otherwise: 'data of the run',
    future: null,
    message: `It fetches ${url}: from what comes from there the future cannot be taken away, so nothing says that it does not look ahead`,
  }))
  return { ...report, findings: [...report.findings, ...findings] }
}

function documentOf(report: LookAheadReport): object {
  const findings = report.findings.map((finding) => ({
    ...finding,
    time: finding.time === null ? null : formatInstant(finding.time),
  }))
  return { ...report, looksAhead: findings.length > 0, findings }
}
