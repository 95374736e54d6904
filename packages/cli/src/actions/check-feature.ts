import { checkCausal, type CausalFault, type CausalReport } from '@neural-trader/features'
import type { Bars } from '@neural-trader/core'
import { formatInstant } from '@neural-trader/market-data'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import { interrupted } from '../interruption.ts'
import type { Output } from '../output/output.ts'
import { loadFeatures } from '../strategy/load-features.ts'
import { loadData, type LoadDataOptions } from './load-data.ts'
import { count } from './wording.ts'

/** The options of `neural-trader indicators check`. */
export type CheckFeatureOptions = LoadDataOptions & {
  readonly feature: string
  readonly data: string
  readonly cuts?: number
  readonly tolerance?: number
}

type Checked = CausalReport & { readonly feature: string }

/** Checks that the features of a module do not look ahead. */
export const checkFeature: Action<CheckFeatureOptions> = async (
  { feature: path, data, cuts, tolerance, ...options },
  output,
) => {
  const features = await loadFeatures(path)
  const bars = await loadData(data, options, output.signal)
  const progress = output.openProgress()
  const reports: Checked[] = []
  try {
    for (const { name, feature } of features) {
      progress.stage(`Checking ${name}`)
      const report = await checkCausal(feature, bars, {
        signal: output.signal,
        onProgress: (done) => progress.update(done),
        ...(cuts === undefined ? {} : { cuts }),
        ...(tolerance === undefined ? {} : { tolerance }),
      })
      reports.push({ feature: name, ...report })
    }
  } catch (error) {
    throw output.signal.aborted ? interrupted : error
  } finally {
    progress.close()
  }
  if (output.json) output.printJson(reports.map((report) => withTimes(report, bars)))
  else for (const report of reports) print(report, bars, output)
  return reports.some(({ faults }) => faults.length > 0) ? exitCode.failed : exitCode.ok
}

function withTimes(report: Checked, bars: Bars): object {
  const faults = report.faults.map((fault) => ({ ...fault, time: timeOf(fault, bars) }))
  return { ...report, causal: faults.length === 0, faults }
}

function print(report: Checked, bars: Bars, output: Output): void {
  const { feature, columns, faults, cuts, refused } = report
  const { bold, green, red } = output.colors
  const scope = `${count(report.bars)} bars, the future taken away and changed at ${count(cuts)} of them`
  const verdict = faults.length === 0 ? green('causal') : red('looks ahead')
  output.print(`${bold(feature)}  ${verdict}  ${scope}`)
  if (refused > 0) output.print(`  It threw with too few bars before ${count(refused)} of them.`)
  for (const column of columns) {
    const fault = faults.find((each) => each.column === column)
    if (fault !== undefined) output.print(`  ${faultSentence(fault, bars)}`)
  }
}

function faultSentence(fault: CausalFault, bars: Bars): string {
  const { column, bar, value, otherwise, future, cut } = fault
  const when = future === 'removed' ? 'not there yet' : 'others'
  return `${column} at bar ${bar} (${timeOf(fault, bars)}) is ${value}, but ${otherwise} when the bars from ${cut} on are ${when}`
}

function timeOf({ bar }: CausalFault, { time }: Bars): string {
  return formatInstant(time[bar] ?? 0n)
}
