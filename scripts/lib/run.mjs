// Running the tools of this repository. Node built-ins only: this runs before the first install.
import { spawn } from 'node:child_process'
import { delimiter, join, resolve } from 'node:path'
import process from 'node:process'

/** The repository's root folder. */
export const root = resolve(import.meta.dirname, '../..')

/** Says in one line what is being done. */
export function say(text) {
  console.log(`\n▸ ${text}`)
}

/** Ends the process with one sentence on stderr and exit code 1. */
export function stop(sentence) {
  console.error(`\n${sentence}`)
  process.exit(1)
}

/**
 * Runs a command line, whose words are split at spaces, in the repository's root. Its output is
 * shown, and resolved as `{ status, output }` with `capture`; `args` follow the line as they are.
 */
export function run(line, { args = [], capture = false, env = {} } = {}) {
  const [tool, ...words] = line.split(' ')
  const stdio = capture ? ['inherit', 'pipe', 'pipe'] : 'inherit'
  const shell = process.platform === 'win32'
  return new Promise((done) => {
    const options = { cwd: root, env: environment(env), stdio, shell }
    const child = spawn(tool, [...words, ...args], options)
    let output = ''
    const keep = (stream, chunk) => {
      output += chunk
      stream.write(chunk)
    }
    child.stdout?.on('data', (chunk) => keep(process.stdout, chunk))
    child.stderr?.on('data', (chunk) => keep(process.stderr, chunk))
    child.on('error', (error) => done({ status: 127, output: String(error) }))
    child.on('close', (status) => done({ status: status ?? 1, output }))
  })
}

/** Runs a command line and ends the process with its exit code when it fails. */
export async function must(line, options) {
  const { status } = await run(line, options)
  if (status === 0) return
  console.error(`\n\`${line}\` failed with exit code ${status}.`)
  process.exit(status)
}

/** The environment of every tool: the repository's own Node and command line tools come first. */
function environment(extra) {
  return {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: '1',
    NT_ORACLES: process.env.NT_ORACLES ?? resolve(root, '../shared/oracles'),
    ...extra,
    PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  }
}
