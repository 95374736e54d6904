import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { indicatorRegistry, type IndicatorInfo } from '@neural-trader/engine'

import type { Rival, RivalColumns, Timed } from './rival.ts'

type Answer = { readonly seconds?: number; readonly version?: string; readonly error?: string }

/** One call, and the answer to it. */
type Ask = (request: object) => Promise<Answer>

/** TA-Lib's C library, called through its Python wheel, and what ends the process it runs in. */
export type TalibC = Rival & { readonly close: () => void }

/**
 * TA-Lib's own C through Python and numpy; undefined where there is no Python with the wheel
 * `TA-Lib`. `NT_PYTHON` names the interpreter, `python3` unless set.
 */
export async function talibC(columns: RivalColumns): Promise<TalibC | undefined> {
  const python = process.env['NT_PYTHON'] ?? 'python3'
  if (spawnSync(python, ['-c', 'import talib']).status !== 0) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'talib-'))
  const { ask, close } = server(python, written(columns, join(folder, 'columns')))
  const { version = '' } = await ask({})
  const known = indicatorRegistry().filter(({ talib }) => talib !== '')
  return {
    name: 'TA-Lib C',
    version,
    npm: false,
    calls: new Map(known.map((info) => [info.name, call(info, ask)])),
    close: () => {
      close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** All columns one after the other in a file; the arguments that tell the script so. */
function written({ typed }: RivalColumns, file: string): string[] {
  const all = Object.values(typed)
  writeFileSync(file, Buffer.concat(all.map(({ buffer }) => Buffer.from(buffer))))
  return [file, Object.keys(typed).join(',')]
}

function server(python: string, args: readonly string[]): { ask: Ask; close: () => void } {
  const script = join(import.meta.dirname, 'talib-speed.py')
  const child = spawn(python, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ask: Ask = async (request) => {
    child.stdin.write(`${JSON.stringify(request)}\n`)
    const { value, done } = await lines.next()
    if (done === true) throw new Error(`${script} ended: is numpy installed beside TA-Lib?`)
    return JSON.parse(value) as Answer
  }
  return { ask, close: () => child.stdin.end() }
}

function call({ talib, inputs, params }: IndicatorInfo, ask: Ask): Timed {
  const given = Object.fromEntries(params.map((param) => [param.talib, param.default]))
  return async ({ typed }) => {
    const { seconds, error } = await ask({ function: talib, inputs, params: given })
    if (seconds === undefined) throw new Error(`${talib}: ${error}`)
    return (seconds * 1e9) / (typed['close']?.length ?? 0)
  }
}
