import type { Bars } from '@neural-trader/core'
import type { IndicatorInfo } from '@neural-trader/engine'

/** One output over the bars that are shown. */
export type Series = {
  readonly name: string
  /** What the legend calls it. */
  readonly label: string
  /** Whether its values are whole numbers, which go in steps. */
  readonly whole: boolean
  readonly values: Float64Array
  /** Place of its colour among those of the picture. */
  readonly colour: number
}

/** Where the outputs of an indicator are drawn. */
export type Placement = {
  /** Over the prices. */
  readonly overlays: readonly Series[]
  /** As triangles at the bars. */
  readonly signals: readonly Series[]
  /** Each in a panel of its own scale. */
  readonly panels: readonly (readonly Series[])[]
}

/**
 * Patterns become signals. Values that keep near the close lie over the prices, unless the group is
 * one of oscillators; what is left gets a panel, whole numbers one of their own.
 */
export function place(info: IndicatorInfo, bars: Bars, outputs: readonly Series[]): Placement {
  if (info.group === 'pattern') return { overlays: [], signals: outputs, panels: [] }
  const overlays = outputs.filter(
    ({ values }) => !separate.has(info.group) && isNearPrice(values, bars.close),
  )
  const left = outputs.filter((series) => !overlays.includes(series))
  const panels = [left.filter(({ whole }) => !whole), left.filter(({ whole }) => whole)]
  return { overlays, signals: [], panels: panels.filter((panel) => panel.length > 0) }
}

const separate: ReadonlySet<string> = new Set(['momentum', 'volatility', 'cycle'])

/** Whether nine values of ten lie within a third of the close. */
function isNearPrice(values: Float64Array, close: Float64Array): boolean {
  const ratios = values.map((value, bar) => value / (close[bar] ?? Number.NaN))
  const finite = ratios.filter(Number.isFinite)
  const near = finite.filter((ratio) => Math.abs(ratio - 1) < 1 / 3)
  return finite.length > 0 && near.length >= finite.length * 0.9
}
