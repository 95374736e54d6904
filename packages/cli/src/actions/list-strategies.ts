import { readyStrategies } from '@neural-trader/strategies'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import { formatTable } from '../output/table.ts'

/** Prints the ready-made strategies. */
export const listStrategies: Action<object> = async (_options, output) => {
  if (output.json) {
    output.printJson(
      readyStrategies.map(({ strategyName, description, form, params }) => ({
        name: strategyName,
        description,
        form,
        params,
      })),
    )
    return exitCode.ok
  }
  const rows = readyStrategies.map(({ strategyName, params, description }) => [
    output.colors.bold(strategyName),
    Object.keys(params).join(', '),
    description,
  ])
  output.print(formatTable(['Strategy', 'Parameters', 'What it does'], rows, output))
  return exitCode.ok
}
