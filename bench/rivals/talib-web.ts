import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { indicatorRegistry, type IndicatorInfo } from '@neural-trader/engine'

import { timed, type Rival, type RivalColumns, type Timed } from './rival.ts'

type TalibWeb = { readonly init: (wasm: string) => Promise<unknown> } & Readonly<
  Record<string, (params: object) => unknown>
>

/** TA-Lib compiled to WebAssembly: the npm library `talib-web`, with its own defaults. */
export async function talibWeb(): Promise<Rival> {
  let library = await fresh()
  const renew = async () => {
    library = await fresh()
  }
  const known = indicatorRegistry().filter(({ talib }) => library[talib] !== undefined)
  const calls = known.map((info) => {
    const run = timed((columns) => library[info.talib]?.(params(info, columns)))
    return [info.name, withRoom(run, renew)] as const
  })
  return { name: 'talib-web', version: '0.1.3', npm: true, calls: new Map(calls) }
}

async function fresh(): Promise<TalibWeb> {
  const require = createRequire(import.meta.url)
  const path = require.resolve('talib-web')
  Reflect.deleteProperty(require.cache, path)
  const library = require(path) as TalibWeb
  // It fetches its code, and Node fetches no files.
  const code = readFileSync(join(path, '../talib.wasm'), 'base64')
  await library.init(`data:application/wasm;base64,${code}`)
  return library
}

/** It keeps the columns of every call in its 16 MiB, and ends when these are full. */
function withRoom(run: Timed, renew: () => Promise<void>): Timed {
  return async (columns) => {
    try {
      return await run(columns)
    } catch {
      await renew()
      await run(columns)
      return run(columns)
    }
  }
}

function params({ talib, inputs }: IndicatorInfo, { plain }: RivalColumns): object {
  return Object.fromEntries(inputs.map((name) => [theirs(talib, name), plain[name]]))
}

/** What it calls the columns that are no part of a bar. */
function theirs(talib: string, name: string): string {
  const names: Record<string, string> = { value: 'inReal', x: 'inReal0', y: 'inReal1' }
  if (talib === 'OBV' && name === 'close') return 'inReal'
  return name === 'periods' ? 'inPeriods' : (names[name] ?? name)
}
