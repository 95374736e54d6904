import { createRequire } from 'node:module'
import { join } from 'node:path'

import { indicatorRegistry, type IndicatorInfo } from '@neural-trader/engine'

import { timed, type Rival } from './rival.ts'

type TalibWeb = { readonly init: (wasm: string) => Promise<unknown> } & Readonly<
  Record<string, (params: object) => unknown>
>

/** TA-Lib compiled to WebAssembly: the npm library `talib-web`, with its own defaults. */
export async function talibWeb(): Promise<Rival> {
  const require = createRequire(import.meta.url)
  const library = require('talib-web') as TalibWeb
  await library.init(join(require.resolve('talib-web'), '../talib.wasm'))
  const known = indicatorRegistry().filter(({ talib }) => library[talib] !== undefined)
  const calls = known.map((info) => [info.name, call(library, info)] as const)
  return { name: 'talib-web', version: '0.1.3', npm: true, calls: new Map(calls) }
}

function call(library: TalibWeb, { talib, inputs }: IndicatorInfo) {
  return timed(({ plain }) => {
    const params = inputs.map((name) => [theirs(talib, name), plain[name]] as const)
    library[talib]?.(Object.fromEntries(params))
  })
}

/** What it calls the columns that are no part of a bar. */
function theirs(talib: string, name: string): string {
  const names: Record<string, string> = { value: 'inReal', x: 'inReal0', y: 'inReal1' }
  if (talib === 'OBV' && name === 'close') return 'inReal'
  return name === 'periods' ? 'inPeriods' : (names[name] ?? name)
}
