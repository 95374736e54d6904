import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

import { NeuralTraderError } from '@neural-trader/core'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
]

const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * A browser of this machine that can draw a picture: the one that `CHROME_PATH` names, else a Chrome,
 * Chromium or Edge where such are.
 *
 * @throws NeuralTraderError `FILE_NOT_READABLE` where there is none.
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const named = env['CHROME_PATH']
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  for (const path of named === undefined ? [...onPath, ...installed] : [named]) {
    if (await isProgram(path)) return path
  }
  const what =
    named === undefined
      ? 'There is no Chrome, Chromium or Edge'
      : `CHROME_PATH is ${named}, which is no program`
  const message = `${what}: install one or name it in CHROME_PATH, or write an .svg, which needs none`
  throw new NeuralTraderError('FILE_NOT_READABLE', message)
}

/**
 * The picture of an SVG as PNG, at two pixels for each of its own.
 *
 * @throws NeuralTraderError `FILE_NOT_WRITABLE` where the browser gives none.
 */
export async function renderPng(
  browser: string,
  svg: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'neural-trader-picture-'))
  try {
    const source = join(folder, 'picture.svg')
    const target = join(folder, 'picture.png')
    await writeFile(source, svg)
    const arguments_ = argumentsOf(svg, { source, target, profile: join(folder, 'profile') })
    await promisify(execFile)(browser, arguments_, { signal, timeout: 60_000 })
    return await readFile(target)
  } catch (cause) {
    signal.throwIfAborted()
    const message = `${browser} drew no picture: ${(cause as Error).message.split('\n')[0]}. Write an .svg, which needs no browser`
    throw new NeuralTraderError('FILE_NOT_WRITABLE', message, { cause })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

type Paths = { readonly source: string; readonly target: string; readonly profile: string }

function argumentsOf(svg: string, { source, target, profile }: Paths): string[] {
  const [, width = '960', height = '400'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  // Chromium does not start as root with its sandbox on, as is usual in containers.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [
    '--headless',
    ...asRoot,
    '--disable-gpu',
    '--hide-scrollbars',
    '--force-device-scale-factor=2',
    `--user-data-dir=${profile}`,
    `--window-size=${width},${height}`,
    `--screenshot=${target}`,
    source,
  ]
}

async function isProgram(path: string): Promise<boolean> {
  return await access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}
