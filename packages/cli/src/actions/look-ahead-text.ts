import { relative } from 'node:path'

import {
  lookAheadRemedies,
  type LookAheadFinding,
  type LookAheadReport,
} from '@neural-trader/backtesting'

import type { Output } from '../output/output.ts'
import { wrap } from '../output/wrap.ts'
import { count } from './wording.ts'

/** What a check found, for people: each fault with its place and what to do about it. */
export function printLookAhead(report: LookAheadReport, output: Output): void {
  const { bold, green, red, dim } = output.colors
  const { findings, cuts, runs, steps, refused, unchecked } = report
  const faults = `${count(findings.length)} ${findings.length === 1 ? 'fault' : 'faults'}`
  const verdict = findings.length === 0 ? green('no look-ahead found') : red(faults)
  output.print(`${bold(report.strategy)}  ${verdict}`)
  const scope = `${count(runs)} runs over ${count(steps)} bars, the future taken away and changed at ${count(cuts)} of them`
  output.print(wrap(`  ${dim(scope)}`, output.terminal, 2))
  const told = new Set<string>()
  for (const [index, finding] of findings.entries()) {
    printFinding(finding, index, output)
    if (!told.has(finding.kind)) printRemedy(finding, output)
    told.add(finding.kind)
  }
  if (refused > 0) {
    const note = `${count(refused)} runs with other bars were refused: too few of them, or the module could not be loaded with them.`
    output.print(`\n  ${wrap(note, output.terminal, 2)}`)
  }
  if (unchecked !== null)
    output.print(`\n  ${wrap(`Not checked: ${unchecked}.`, output.terminal, 2)}`)
}

function printFinding(finding: LookAheadFinding, index: number, output: Output): void {
  const { bold, cyan } = output.colors
  const { subject, message } = finding
  output.print(`\n  ${index + 1}. ${bold(subject)}${placed(finding, cyan)}`)
  output.print(`     ${wrap(`${message}.`, output.terminal, 5)}`)
}

function printRemedy({ kind }: LookAheadFinding, output: Output): void {
  output.print(`     ${wrap(`What to do: ${lookAheadRemedies[kind]}`, output.terminal, 5)}`)
}

function placed({ place }: LookAheadFinding, tint: (text: string) => string): string {
  if (place === null) return ''
  const way = relative(process.cwd(), place.file)
  const file = way.startsWith('..') ? place.file : way
  return `  ${tint(`${file}:${place.line}:${place.column}`)}`
}
