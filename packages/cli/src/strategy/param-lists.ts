import { NeuralTraderError, type ParamValue } from '@neural-trader/core'
import type { ParamSpecs } from '@neural-trader/strategies'

import { parseParams, type TextParams } from './parse-params.ts'

/** The values of each parameter to try. */
export type ParamLists = Readonly<Record<string, readonly ParamValue[]>>

/** Values that a range may come to. */
const mostValues = 10_000

/**
 * Lists of values as they were typed: `5`, `5,10,20`, or from 5 to 50 in steps of 5 as `5:50:5`, the
 * end included.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for a range that has no end.
 */
export function parseParamLists(specs: ParamSpecs | null, params: TextParams): ParamLists {
  const lists = Object.entries(params).map(([name, text]) => {
    const values = textsOf(name, text).map((each) => parseParams(specs, { [name]: each })[name])
    return [name, values as readonly ParamValue[]] as const
  })
  return Object.fromEntries(lists)
}

function textsOf(name: string, text: string): readonly string[] {
  const [, from, to, step = '1'] = /^(-?[\d.]+):(-?[\d.]+)(?::([\d.]+))?$/.exec(text) ?? []
  if (from === undefined || to === undefined) return text.split(',')
  const [first, last, width] = [Number(from), Number(to), Number(step)]
  const count = Math.floor((last - first) / width + 1e-9) + 1
  if (!(width > 0 && count >= 1 && count <= mostValues)) {
    throw new NeuralTraderError(
      'INVALID_ARGUMENT',
      `Parameter ${name} is ${text}: give from:to:step, with at most ${mostValues} values from the lower to the higher`,
      { details: { parameter: name, value: text } },
    )
  }
  const digits = Math.max(...[from, step].map((each) => each.split('.')[1]?.length ?? 0))
  return Array.from({ length: count }, (_, index) => (first + index * width).toFixed(digits))
}
