import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** The texts that every page embeds. */
export type ReportAssets = {
  readonly styles: string
  /** The charting library with its licence in front. */
  readonly library: string
  /** The page's own script. */
  readonly client: string
}

/** Reads the embedded texts once; they are part of the installed packages and do not change. */
export function reportAssets(): Promise<ReportAssets> {
  assets ??= readAssets()
  return assets
}

let assets: Promise<ReportAssets> | undefined

// In the order in which they use each other: the page runs them as one script.
const clientModules = [
  'report-data',
  'moments',
  'theme',
  'trade-marks',
  'legend',
  'charts',
  'chart-tools',
  'printing',
  'trades-table',
  'main',
]

const styleSheets = ['page', 'charts', 'figures', 'tables', 'media']

// The same path leads from src/report and from dist/report to the browser's files, which need no
// compilation and ship with the sources.
const clientFolder = new URL('../../src/report/client/', import.meta.url)

async function readAssets(): Promise<ReportAssets> {
  const [styles, library, modules] = await Promise.all([
    Promise.all(styleSheets.map((name) => readClientFile(`${name}.css`))),
    readLibrary(),
    Promise.all(clientModules.map(readClientModule)),
  ])
  return { styles: styles.join('\n'), library, client: asOneScript(modules) }
}

function readClientFile(name: string): Promise<string> {
  return readFile(new URL(name, clientFolder), 'utf8')
}

async function readClientModule(name: string): Promise<ClientModule> {
  return { name, text: await readClientFile(`${name}.js`) }
}

async function readLibrary(): Promise<string> {
  const require = createRequire(import.meta.url)
  const manifest = pathToFileURL(require.resolve('lightweight-charts/package.json'))
  const [licence, code] = await Promise.all([
    readFile(new URL('LICENSE', manifest), 'utf8'),
    readFile(new URL('dist/lightweight-charts.standalone.production.js', manifest), 'utf8'),
  ])
  return withoutEndTag(`/*\n${licence}*/\n${code}`)
}

/** A module of the browser's script: its name, by which others import it, and its text. */
type ClientModule = { readonly name: string; readonly text: string }

/** Modules whose imports are each other, as one script that leaves nothing in the global scope. */
function asOneScript(modules: readonly ClientModule[]): string {
  const scopes = modules.map(asScope).join('\n')
  return withoutEndTag(`;(() => {\n'use strict'\nconst modules = {}\n${scopes}\n})()`)
}

/** A module as a function's scope, so that modules may use the same private names. */
function asScope({ name, text }: ClientModule): string {
  const exported = [...text.matchAll(/^export (?:function|class|const) (\w+)/gm)].map(
    ([, id]) => id,
  )
  const code = text
    .replaceAll(/^import (\{.*\}) from '\.\/(.*)\.js'$/gm, "const $1 = modules['$2']")
    .replaceAll(/^export /gm, '')
  return `modules['${name}'] = (() => {\n${code}return { ${exported.join(', ')} }\n})()`
}

function withoutEndTag(script: string): string {
  return script.replaceAll('</script', String.raw`<\/script`).replaceAll('<!--', String.raw`<\!--`)
}
