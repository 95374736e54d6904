import { allowed, paramsSchema, type ParamSpecs } from '@neural-trader/strategies'
import { z } from 'zod'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import type { Output } from '../output/output.ts'
import { formatTable } from '../output/table.ts'
import { loadStrategy, type StrategySource } from '../strategy/load-strategy.ts'

/** Prints what a strategy does and takes. */
export const showStrategy: Action<{ readonly strategy: string }> = async ({ strategy }, output) => {
  const source = await loadStrategy(strategy)
  if (output.json) output.printJson(describe(source))
  else print(source, strategy, output)
  return exitCode.ok
}

function describe({ name, description, form, params }: StrategySource): object {
  const schema = params === null ? null : z.toJSONSchema(paramsSchema(params), { io: 'input' })
  return { name, description, form, params, schema }
}

function print(
  { name, description, form, params }: StrategySource,
  given: string,
  output: Output,
): void {
  const { bold, dim } = output.colors
  output.print(`${bold(name)}${form === null ? '' : dim(`  ${form}`)}`)
  if (description !== '') output.print(description)
  output.print('')
  output.print(
    params === null ? 'It does not say which parameters it takes.' : paramsText(params, output),
  )
  output.print(`\n${dim(exampleOf(given, params ?? {}))}`)
}

function paramsText(params: ParamSpecs, output: Output): string {
  const rows = Object.entries(params).map(([name, spec]) => [
    output.colors.bold(name),
    String(spec.default),
    allowed(spec),
    spec.description ?? '',
  ])
  if (rows.length === 0) return 'It takes no parameters.'
  return formatTable(['Parameter', 'Default', 'Allowed', 'Meaning'], rows, output)
}

function exampleOf(given: string, params: ParamSpecs): string {
  const settings = Object.entries(params).map(([name, spec]) => `--param ${name}=${spec.default}`)
  return ['neural-trader backtest --data sp500 --strategy', given, ...settings].join(' ')
}
