import { openCatalog } from '@neural-trader/market-data'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import type { CatalogOption } from './load-data.ts'

/** Forgets a series of the catalogue. */
export const removeData: Action<CatalogOption & { readonly name: string }> = async (
  { catalog, name },
  output,
) => {
  await openCatalog(catalog).remove(name)
  if (output.json) output.printJson({ removed: name })
  else output.print(`Removed ${name}`)
  return exitCode.ok
}
