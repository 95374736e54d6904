import { writeFile } from 'node:fs/promises'

import { indicatorPicture, type Theme } from '@neural-trader/features'
import { writeAtomically } from '@neural-trader/market-data'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import { findBrowser, renderPng } from './browser-picture.ts'
import { endsLike } from './ending.ts'
import { loadData, type LoadDataOptions } from './load-data.ts'
import { extent, summaryOf } from './wording.ts'

/** The options of `neural-trader indicators plot`. */
export type PlotIndicatorOptions = LoadDataOptions & {
  readonly data: string
  readonly name: string
  readonly param?: Readonly<Record<string, string>>
  readonly out: string
  readonly last?: number
  readonly width?: number
  readonly theme?: Theme
  readonly prices?: 'candles' | 'line'
}

/** Draws an indicator over bars. */
export const plotIndicator: Action<PlotIndicatorOptions> = async (
  { data, name, param = {}, out, last, width, theme, prices, ...options },
  output,
) => {
  endsLike(out, ['svg', 'png'])
  const isPng = out.toLowerCase().endsWith('.png')
  const browser = isPng ? await findBrowser() : undefined
  const bars = await loadData(data, options, output.signal)
  const picture = indicatorPicture(bars, {
    name,
    params: Object.fromEntries(Object.entries(param).map(([key, text]) => [key, valueOf(text)])),
    theme: theme ?? (isPng ? 'light' : 'auto'),
    ...(last === undefined ? {} : { last }),
    ...(width === undefined ? {} : { width }),
    ...(prices === undefined ? {} : { prices }),
  })
  const content = browser === undefined ? picture : await renderPng(browser, picture, output.signal)
  output.signal.throwIfAborted()
  await writeAtomically(out, async (temporary) => await writeFile(temporary, content))
  if (output.json) output.printJson({ ...summaryOf(bars), indicator: name, file: out })
  else output.print(`${output.colors.bold(out)}  ${bars.instrument}, ${extent(bars)}`)
  return exitCode.ok
}

/** A number, or the name of a choice. */
function valueOf(text: string): number | string {
  const number = Number(text)
  return text.trim() === '' || Number.isNaN(number) ? text : number
}
