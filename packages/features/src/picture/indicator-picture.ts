import { NeuralTraderError, sliceBars, barColumns, type Bars } from '@neural-trader/core'
import { fillIndicator, type IndicatorInfo } from '@neural-trader/engine'

import { findIndicator } from '../catalog/find-indicator.ts'
import { indicatorInputs } from '../catalog/indicator-inputs.ts'
import { infoShape } from '../catalog/info-shape.ts'
import { paramsOf, type IndicatorParams } from '../indicator-shape.ts'
import { drawPicture } from './draw-picture.ts'
import { place, type Series } from './placement.ts'
import { lineColours, type Theme } from './style.ts'

/** What a picture shows, and how. */
export type PictureOptions = {
  /** Any name that {@link findIndicator} knows. */
  readonly name: string
  readonly params?: IndicatorParams
  /** Columns for inputs, by the input's name; those of the bars unless given. */
  readonly inputs?: Readonly<Record<string, Float64Array>>
  /** Bars shown, the last ones; the indicator is computed over all. Default 180. */
  readonly last?: number
  /** Prices as candles, which tell more, or as a line of closes. Default candles up to 250 bars. */
  readonly prices?: 'candles' | 'line'
  /** Default `auto`: light or dark, as the reader's system prefers. */
  readonly theme?: Theme
  /** Pixels, 320 to 4000; default 960. */
  readonly width?: number
}

/**
 * An SVG of an indicator over bars: prices with what lies over them, and panels below for what has a
 * scale of its own, with axes and a legend that gives the last values.
 *
 * @throws NeuralTraderError `UNKNOWN_INDICATOR`, `INVALID_PARAMETER`, `INVALID_ARGUMENT`; `DATA_EMPTY`
 * without bars.
 */
export function indicatorPicture(bars: Bars, options: PictureOptions): string {
  const { last = 180, width = 960, theme = 'auto' } = options
  checkWithin('last', last, [2, 5000])
  checkWithin('width', width, [320, 4000])
  if (bars.time.length === 0) {
    throw new NeuralTraderError('DATA_EMPTY', 'There are no bars to draw: give at least one')
  }
  const info = findIndicator(options.name)
  const start = Math.max(0, bars.time.length - last)
  const shown = sliceBars(bars, start)
  const outputs = compute(info, bars, options).map((values, index) =>
    seriesOf(info, index, values.subarray(start)),
  )
  const candles = options.prices ?? (shown.time.length <= 250 ? 'candles' : 'line')
  return drawPicture({
    bars: shown,
    title: titleOf(info, options.params ?? {}),
    meaning: info.meaning,
    placement: place(info, shown, outputs),
    candles: candles === 'candles',
    volume: info.inputs.includes('volume'),
    width,
    theme,
  })
}

function seriesOf({ name, outputs }: IndicatorInfo, index: number, values: Float64Array): Series {
  const output = outputs[index]
  const label = outputs.length === 1 ? name : (output?.name ?? '')
  const colour = index % lineColours
  return { name: output?.name ?? '', label, whole: output?.whole ?? false, values, colour }
}

function compute(info: IndicatorInfo, bars: Bars, options: PictureOptions): Float64Array[] {
  const given = options.inputs ?? {}
  const names = Object.fromEntries(Object.keys(given).map((input) => [input, input]))
  const inputs = indicatorInputs(info, names).map((name) => {
    const column = barColumns.find((each) => each === name && given[name] === undefined)
    return column === undefined ? (given[name] ?? new Float64Array()) : bars[column]
  })
  const outputs = info.outputs.map(() => new Float64Array(bars.time.length))
  const params = paramsOf(infoShape(info), options.params ?? {})
  fillIndicator({ name: info.name, params }, inputs, outputs)
  return outputs
}

/** The name with every parameter, defaults too: `bollinger-bands(20, 2, 2, sma)`. */
function titleOf({ name, params }: IndicatorInfo, given: IndicatorParams): string {
  const value = (param: IndicatorInfo['params'][number]): number | string => {
    const chosen = given[param.name] ?? given[param.sameAs] ?? param.default
    return typeof chosen === 'number' ? (param.choices[chosen] ?? chosen) : chosen
  }
  return params.length === 0 ? name : `${name}(${params.map(value).join(', ')})`
}

function checkWithin(
  option: string,
  value: number,
  [least, most]: readonly [number, number],
): void {
  if (Number.isInteger(value) && value >= least && value <= most) return
  const message = `${option} is ${value}: give a whole number from ${least} to ${most}`
  throw new NeuralTraderError('INVALID_ARGUMENT', message, { details: { option, value } })
}
