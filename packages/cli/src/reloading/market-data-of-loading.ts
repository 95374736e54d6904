import type { Bars } from '@neural-trader/core'
import * as real from '@neural-trader/market-data'
import type { Catalog, LoadBarsOptions } from '@neural-trader/market-data'

import { barsIn } from './loadings.ts'
import { withRealFiles } from './redirected-files.ts'

// What a strategy imports in place of the package while it is checked: its own readers give the bars
// of the loading that this copy of the module belongs to.
export * from '@neural-trader/market-data'

const loading = new URL(import.meta.url).search
const read = async (work: () => Promise<Bars>): Promise<Bars> =>
  barsIn(loading, await withRealFiles(work))
const realCatalogs = new WeakMap<Catalog, Catalog>()

/** As the package has it, under the future of this loading. */
export async function loadBars(source: string | URL, options: LoadBarsOptions = {}): Promise<Bars> {
  const { catalog } = options
  const own = catalog === undefined ? undefined : realCatalogs.get(catalog)
  const given = own === undefined ? options : { ...options, catalog: own }
  return await read(async () => await real.loadBars(source, given))
}

/** As the package has it, under the future of this loading. */
export const readBars: typeof real.readBars = async (...given) =>
  await read(async () => await real.readBars(...given))

/** As the package has it, under the future of this loading. */
export const sampleBars: typeof real.sampleBars = async (...given) =>
  await read(async () => await real.sampleBars(...given))

/** As the package has it, under the future of this loading. */
export const readLeanBars: typeof real.readLeanBars = async (...given) =>
  await read(async () => await real.readLeanBars(...given))

/** As the package has it, under the future of this loading. */
export function openCatalog(folder?: string): Catalog {
  const catalog = real.openCatalog(folder)
  const own: Catalog = {
    ...catalog,
    load: async (...given) => await read(async () => await catalog.load(...given)),
  }
  realCatalogs.set(own, catalog)
  return own
}
