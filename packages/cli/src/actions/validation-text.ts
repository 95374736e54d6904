import type { Finding, Severity, ValidationReport } from '@neural-trader/market-data'

import type { Output } from '../output/output.ts'
import { wrap } from '../output/wrap.ts'
import { count } from './wording.ts'

/** A validation report for a person: the series, the findings with their first rows, the verdict. */
export function validationText(report: ValidationReport, output: Output): string {
  const { colors } = output
  const { source, instrument, timeframe, rows, first, last, timeZone, decimals } = report
  const facts: [string, string][] = [
    ['Instrument', `${instrument}, bars of ${timeframe}`],
    ['Rows', `${count(rows)}${first === null || last === null ? '' : `, ${first} to ${last}`}`],
    ['Times', timeZone],
    ['Decimals', `${decimals.price} in prices, ${decimals.volume} in volumes`],
  ]
  return [
    colors.bold(source),
    ...facts.map(([name, value]) => `  ${colors.dim(name.padEnd(12))}${value}`),
    '',
    ...report.findings.flatMap((finding) => findingLines(finding, output)),
    verdict(report, colors),
  ].join('\n')
}

type Colors = Output['colors']

const indent = '         '

function findingLines(
  { severity, code, message, count: rows, examples }: Finding,
  { colors, terminal }: Output,
): string[] {
  const indented = (text: string): string => indent + wrap(text, terminal, indent.length)
  const tint = { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity]
  const times = rows > 1 ? colors.dim(` ×${count(rows)}`) : ''
  return [
    `${tint(severity.padEnd(7))}  ${colors.bold(code)}${times}`,
    indented(message),
    ...examples.map(({ row, time, text }) =>
      colors.dim(indented(`row ${row}${time === null ? '' : `, ${time}`}: ${text}`)),
    ),
    '',
  ]
}

function verdict({ ok, findings }: ValidationReport, colors: Colors): string {
  const totals = (['error', 'warning', 'info'] as const)
    .map((severity) => total(findings, severity))
    .filter((text) => text !== '')
  const what = totals.length === 0 ? 'nothing stands out' : totals.join(', ')
  return ok ? `${colors.green('Usable')}: ${what}` : `${colors.red('Not usable')}: ${what}`
}

function total(findings: readonly Finding[], severity: Severity): string {
  const { length } = findings.filter((finding) => finding.severity === severity)
  const noun = severity === 'info' ? 'note' : severity
  return length === 0 ? '' : `${length} ${noun}${length === 1 ? '' : 's'}`
}
