import type { IndicatorInfo, ParamInfo } from '@neural-trader/engine'
import { findIndicator } from '@neural-trader/features'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import type { Output } from '../output/output.ts'
import { formatTable } from '../output/table.ts'
import { wrap } from '../output/wrap.ts'

/** Prints what an indicator computes and takes. */
export const showIndicator: Action<{ readonly indicator: string }> = async (
  { indicator },
  output,
) => {
  const info = findIndicator(indicator)
  if (output.json) output.printJson(info)
  else print(info, output)
  return exitCode.ok
}

function print(info: IndicatorInfo, output: Output): void {
  const { bold, dim } = output.colors
  const talib = info.talib === '' ? '' : `, ${info.talib} of TA-Lib`
  output.print(`${bold(info.name)}${dim(`  ${info.group}${talib}`)}`)
  output.print(wrap(info.meaning, output.terminal, 0))
  for (const [title, text] of factsOf(info)) {
    output.print(`${dim(title.padEnd(13))}${wrap(text, output.terminal, 13)}`)
  }
  output.print('')
  output.print(info.params.length === 0 ? 'It takes no parameters.' : paramsText(info, output))
  output.print(`\n${dim(exampleOf(info))}`)
}

function factsOf(info: IndicatorInfo): readonly (readonly [string, string])[] {
  const { formula, source, aliases, inputs, outputs, lookback, stability } = info
  return [
    ['Formula', formula],
    ...(source === '' ? [] : [['Source', source] as const]),
    ...(aliases.length === 0 ? [] : [['Also called', aliases.join(', ')] as const]),
    ['Reads', inputs.join(', ')],
    ['Gives', outputs.map(({ name, whole }) => (whole ? `${name} (whole)` : name)).join(', ')],
    ['Look-back', `${lookback} bars with the defaults`],
    ['Stability', stabilities[stability] ?? stability],
  ]
}

const stabilities: Readonly<Record<string, string>> = {
  window: 'depends on the bars of its look-back alone',
  fading: 'depends on every bar before, less and less',
  path: 'depends on the first bar for ever',
}

function paramsText({ params }: IndicatorInfo, output: Output): string {
  const rows = params.map((param) => [
    output.colors.bold(param.name),
    defaultOf(param),
    allowedOf(param),
    param.talib,
    param.meaning,
  ])
  return formatTable(['Parameter', 'Default', 'Allowed', 'TA-Lib', 'Meaning'], rows, output)
}

function defaultOf({ sameAs, choices, default: value }: ParamInfo): string {
  return sameAs === '' ? String(choices[value] ?? value) : `as ${sameAs}`
}

function allowedOf({ choices, whole, min, max }: ParamInfo): string {
  if (choices.length > 0) return `one of ${choices.join(', ')}`
  return `${whole ? 'a whole number' : 'a number'} from ${min} to ${max}`
}

function exampleOf({ name, params }: IndicatorInfo): string {
  const own = params.filter(({ sameAs }) => sameAs === '').slice(0, 3)
  const settings = own.map((param) => `--param ${param.name}=${defaultOf(param)}`)
  const words = ['neural-trader indicators plot --data sp500 --name', name, ...settings]
  return [...words, '--out', `${name}.svg`].join(' ')
}
