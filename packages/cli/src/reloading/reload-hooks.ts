import * as nodeModule from 'node:module'
import { extname } from 'node:path'

import { loadingOf } from './loadings.ts'

const here = new URL('..', import.meta.url).href
const substitute = new URL(`./market-data-of-loading${extname(import.meta.url)}`, import.meta.url)

/** Whether this Node can load modules anew; where not, a strategy is checked as it was loaded. */
export const canReload: boolean = typeof nodeModule.registerHooks === 'function'

/**
 * Lets the modules of a strategy be loaded anew together: what a module of a loading imports by path
 * belongs to the loading too, and `@neural-trader/market-data` reads under its future. Other packages
 * are shared.
 */
export function hookReloading(): { readonly stop: () => void } {
  const hooks = nodeModule.registerHooks({
    resolve(specifier, context, nextResolve) {
      const loading = loadingOf(context.parentURL)
      const isOurs = context.parentURL?.startsWith(here) ?? true
      if (loading === undefined || isOurs) return nextResolve(specifier, context)
      if (specifier === '@neural-trader/market-data')
        return nextResolve(`${substitute.href}${loading}`)
      const found = nextResolve(specifier, context)
      const isPath = /^(?:\.{0,2}\/|file:)/.test(specifier) && found.url.startsWith('file:')
      return isPath ? { ...found, url: `${found.url}${loading}` } : found
    },
  })
  return { stop: () => hooks.deregister() }
}
