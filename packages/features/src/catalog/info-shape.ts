import type { IndicatorInfo } from '@neural-trader/engine'

import type { ShapeData } from '../indicator-shape.ts'

/** What the faces know of an indicator, from its entry in the registry. */
export function infoShape({ name, inputs, outputs, params }: IndicatorInfo): ShapeData {
  const choices = params.filter((param) => param.choices.length > 0)
  return {
    name,
    inputs,
    outputs: outputs.map((output) => output.name),
    choices: Object.fromEntries(choices.map((param) => [param.name, param.choices])),
  }
}
