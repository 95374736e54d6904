import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { CheckLookAheadOptions, Future } from '@neural-trader/backtesting'
import type { Bars } from '@neural-trader/core'

import { loadStrategy } from '../strategy/load-strategy.ts'
import type { TextParams } from '../strategy/parse-params.ts'
import { beginLoading } from './loadings.ts'
import { noteFetches } from './noted-fetches.ts'
import { redirectReads } from './redirected-files.ts'
import { hookReloading } from './reload-hooks.ts'
import { textOfFuture } from './text-of-future.ts'

/** A strategy that can be loaded as though the future were another. */
export type Reloader = {
  readonly reload: NonNullable<CheckLookAheadOptions['reload']>
  /** What it fetched from the network. */
  readonly fetched: ReadonlySet<string>
  readonly close: () => void
}

/** What is loaded: the module and its parameters, and the file of bars that it may read by itself. */
export type Reloadable = {
  readonly path: string
  readonly params: TextParams
  /** Null where the data are no text file. */
  readonly file: { readonly path: string; readonly bars: Bars } | null
}

/** Opens a reloader: until it is closed, this process reads files and modules by its rules. */
export function openReloader({ path, params, file }: Reloadable): Reloader {
  const hooks = hookReloading()
  const fetches = noteFetches()
  const folder = mkdtempSync(join(tmpdir(), 'neural-trader-check-'))
  const text = file === null ? '' : readFileSync(file.path, 'utf8')
  const reads = file === null ? null : redirectReads(file.path)
  const redirect = (future: Future | null): void => {
    const other = file === null || future === null ? null : textOfFuture(text, file.bars, future)
    if (other === null) return reads?.to(null)
    const copy = join(folder, 'bars.csv')
    writeFileSync(copy, other)
    reads?.to(copy)
  }
  return {
    reload: async (_, future) => {
      redirect(future)
      const source = await loadStrategy(path, beginLoading(future))
      return source.create(params)
    },
    fetched: fetches.urls,
    close: () => {
      hooks.stop()
      fetches.stop()
      reads?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
