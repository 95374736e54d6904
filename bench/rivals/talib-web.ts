import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { indicatorRegistry, type IndicatorInfo } from '@neural-trader/engine'

import { timed, type Rival, type Timed } from './rival.ts'

type TalibWeb = { readonly init: (wasm: string) => Promise<unknown> } & Readonly<
  Record<string, (params: object) => unknown>
>

/** TA-Lib compiled to WebAssembly: the npm library `talib-web`, with its own defaults. */
export async function talibWeb(): Promise<Rival> {
  const require = createRequire(import.meta.url)
  const library = require('talib-web') as TalibWeb
  // It fetches its code, and Node fetches no files.
  const code = readFileSync(join(require.resolve('talib-web'), '../talib.wasm'), 'base64')
  await library.init(`data:application/wasm;base64,${code}`)
  const known = indicatorRegistry().filter(({ talib }) => library[talib] !== undefined)
  const calls = known.map((info) => [info.name, call(library, info)] as const)
  return { name: 'talib-web', version: '0.1.3', npm: true, calls: new Map(calls) }
}

/** As many bars as its memory of 16 MiB holds in every function. */
const room = 50_000

/** The time of all bars, from that of the first of them. */
function call(library: TalibWeb, { talib, inputs }: IndicatorInfo): Timed {
  const run = timed(({ plain }) => {
    const params = inputs.map((name) => [theirs(talib, name), plain[name]] as const)
    library[talib]?.(Object.fromEntries(params))
  })
  return async ({ typed, plain }) => {
    const part = inputs.map((name) => [name, plain[name]?.slice(0, room) ?? []] as const)
    const bars = plain['close']?.length ?? 0
    return (await run({ typed, plain: Object.fromEntries(part) })) * Math.max(bars / room, 1)
  }
}

/** What it calls the columns that are no part of a bar. */
function theirs(talib: string, name: string): string {
  const names: Record<string, string> = { value: 'inReal', x: 'inReal0', y: 'inReal1' }
  if (talib === 'OBV' && name === 'close') return 'inReal'
  return name === 'periods' ? 'inPeriods' : (names[name] ?? name)
}
