import { NeuralTraderError } from '@neural-trader/core'
import { indicatorRegistry } from '@neural-trader/engine'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import { formatTable } from '../output/table.ts'
import { suggestNearest } from '../suggest-nearest.ts'

/** Prints the indicators, or those of a group. */
export const listIndicators: Action<{ readonly group?: string }> = async ({ group }, output) => {
  const registry = indicatorRegistry()
  const groups = [...new Set(registry.map((info) => info.group))].toSorted()
  if (group !== undefined && !groups.includes(group)) throw unknownGroup(group, groups)
  const chosen = registry.filter((info) => group === undefined || info.group === group)
  if (output.json) {
    output.printJson(chosen)
    return exitCode.ok
  }
  const rows = chosen.map(({ name, talib, group: of, inputs, meaning }) => [
    output.colors.bold(name),
    talib,
    of,
    inputs.join(', '),
    meaning,
  ])
  output.print(formatTable(['Indicator', 'TA-Lib', 'Group', 'Reads', 'Meaning'], rows, output))
  return exitCode.ok
}

function unknownGroup(group: string, groups: readonly string[]): NeuralTraderError {
  const error = new NeuralTraderError(
    'INVALID_ARGUMENT',
    `There is no group "${group}": give one of ${groups.join(', ')}`,
    { details: { group } },
  )
  return suggestNearest(error, group, groups)
}
