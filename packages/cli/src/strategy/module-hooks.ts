import { readFileSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { extname } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Lets a strategy that lies anywhere import `@neural-trader/...`: its own copy where it has one, else
 * the one this command runs on. In a folder without a `package.json` it is taken for what it is
 * written as. Where Node is too old for such hooks, strategies need the packages installed.
 */
export function resolveForStrategies(file: string): void {
  if (typeof nodeModule.registerHooks !== 'function') return
  const strategy = pathToFileURL(file).href
  nodeModule.registerHooks({
    resolve(specifier, context, nextResolve) {
      const found = resolveOrFallBack(specifier, context, nextResolve)
      const format = withoutQuery(found.url) === strategy ? formatOf(file) : undefined
      return format === undefined ? found : { ...found, format }
    },
  })
}

/** The address of a module without what tells one loading of it from another. */
function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/, '')
}

function resolveOrFallBack(
  specifier: string,
  context: nodeModule.ResolveHookContext,
  nextResolve: (
    specifier: string,
    context?: Partial<nodeModule.ResolveHookContext>,
  ) => nodeModule.ResolveFnOutput,
): nodeModule.ResolveFnOutput {
  try {
    return nextResolve(specifier, context)
  } catch (error) {
    if (!specifier.startsWith('@neural-trader/')) throw error
    return nextResolve(specifier, { ...context, parentURL: import.meta.url })
  }
}

/** The format of a module whose extension leaves it open, or nothing for Node to decide. */
function formatOf(file: string): string | undefined {
  const extension = extname(file)
  if (extension !== '.ts' && extension !== '.js') return undefined
  const source = readFileSync(file, 'utf8')
  if (!/^\s*(?:import|export)\b/m.test(source)) return undefined
  return extension === '.ts' ? 'module-typescript' : 'module'
}
