import { nearest, NeuralTraderError } from '@neural-trader/core'
import { indicatorRegistry, type IndicatorInfo, type ParamInfo } from '@neural-trader/engine'

import type { ProfileFunction, ProfileOutput, ProfileParam } from './profile-function.ts'

/** The function of TA-Lib that is called so, as the registry tells it. */
export function talibFunction(name: string): ProfileFunction {
  const found = talibFunctions().find((fn) => fn.name === name)
  if (found !== undefined) return found
  const suggestion = nearest(
    name,
    talibFunctions().map((fn) => fn.name),
  )
  const remedy = suggestion === undefined ? 'it has 201' : `did you mean ${suggestion}?`
  throw new NeuralTraderError('UNKNOWN_INDICATOR', `TA-Lib has no function ${name}: ${remedy}`, {
    details: { profile: 'talib', indicator: name },
  })
}

let known: readonly ProfileFunction[] | undefined

/** The functions of TA-Lib 0.8.1, by their names, parameters, defaults and outputs. */
export function talibFunctions(): readonly ProfileFunction[] {
  known ??= indicatorRegistry()
    .filter(({ talib }) => talib !== '')
    .map(described)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return known
}

function described(info: IndicatorInfo): ProfileFunction {
  const { talib, meaning, inputs } = info
  const params = info.params.filter((param) => param.talib !== '')
  return {
    profile: 'talib',
    name: talib,
    meaning,
    inputs: inputs.map((input) => seriesName(input, inputs.length)),
    params: params.map(paramOf),
    outputs: info.outputs.map((output) => outputOf(info, output)),
  }
}

function paramOf({ talib, default: value, sameAs, choices }: ParamInfo): ProfileParam {
  const given = { name: talib, optional: true, choices }
  return sameAs === '' ? { ...given, default: value } : given
}

function outputOf(info: IndicatorInfo, output: IndicatorInfo['outputs'][number]): ProfileOutput {
  const { name, inputs, outputs } = info
  const params = info.params.filter((param) => param.talib !== '')
  return {
    name: outputs.length === 1 ? 'value' : output.talib,
    indicator: name,
    output: output.name,
    reads: inputs.map((input) => seriesName(input, inputs.length)),
    params: Object.fromEntries(params.map((param) => [param.name, param.talib])),
    whole: output.whole,
  }
}

/** TA-Lib calls a pair of series real0 and real1. */
function seriesName(input: string, count: number): string {
  if (count === 1) return 'value'
  return { value: 'real', x: 'real0', y: 'real1' }[input] ?? input
}
