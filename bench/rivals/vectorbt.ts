import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import type { Peer } from '../bench.ts'

const python = process.env['NT_PYTHON'] ?? 'python3'
const version = `import importlib.metadata as m; print(m.version('vectorbt'))`

/**
 * `Portfolio.from_signals` of vectorbt, with its own choice of engine, over so many columns and bars with
 * or without stops, in ns a cell; undefined where there is no Python with it. `NT_PYTHON` names the
 * interpreter, `python3` unless set.
 */
export function vectorbtSignals(columns: number, bars: number, stops: boolean): Peer | undefined {
  const found = spawnSync(python, ['-c', version], { encoding: 'utf8' })
  if (found.status !== 0) return undefined
  const script = join(import.meta.dirname, 'vectorbt-speed.py')
  const run = async (): Promise<number> => {
    const args = [script, String(columns), String(bars), String(Number(stops))]
    const { status, stdout } = spawnSync(python, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (status !== 0) throw new Error(`${script} ended with ${status}`)
    return Number(stdout)
  }
  return { name: 'vectorbt', version: found.stdout.trim(), run }
}
