import { NeuralTraderError } from '@neural-trader/core'
import { indicatorRegistry } from '@neural-trader/engine'
import { profileFunctions, type Profile } from '@neural-trader/features'

import type { Action } from '../commands/handle.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import type { Output } from '../output/output.ts'
import { formatTable } from '../output/table.ts'
import { suggestNearest } from '../suggest-nearest.ts'

/** The options of `neural-trader indicators list`. */
export type ListIndicatorsOptions = { readonly group?: string; readonly profile?: Profile }

/** Prints the indicators, or those of a group. */
export const listIndicators: Action<ListIndicatorsOptions> = async ({ group, profile }, output) => {
  if (profile !== undefined) return listProfile(profile, output)
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

/** The functions of another library, and the indicators that they are here. */
function listProfile(profile: Profile, output: Output): ExitCode {
  const functions = profileFunctions(profile)
  if (output.json) {
    output.printJson(functions)
    return exitCode.ok
  }
  const rows = functions.map(({ name, params, outputs, meaning }) => [
    output.colors.bold(name),
    params
      .map((param) => (param.default === undefined ? param.name : `${param.name}=${param.default}`))
      .join(' '),
    [...new Set(outputs.map(({ indicator }) => indicator))].join(', '),
    meaning,
  ])
  output.print(formatTable(['Function', 'Takes', 'Indicator', 'Meaning'], rows, output))
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
