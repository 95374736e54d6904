// What has to be on the machine: Node, npm, Rust and a C compiler.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { root, stop } from './run.mjs'

const again = 'and run this command again.'

/** Ends the process with one sentence where a toolchain is missing or too old. */
export function checkToolchain() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    stop(`Node ${process.versions.node} is too old: install Node 20 or newer ${again}`)
  }
  if (versionOf('npm') === null)
    stop(`npm is not installed: install npm 11 (it comes with Node) ${again}`)
  checkRust()
  if (!hasCompiler()) {
    stop(
      `No C compiler was found: install one (on Debian or Ubuntu \`apt-get install build-essential\`) ${again}`,
    )
  }
}

function checkRust() {
  const found = versionOf('cargo')
  const needed = oldestRust()
  const rustup = `install the stable Rust toolchain from https://rustup.rs ${again}`
  if (found === null) stop(`Rust is not installed: ${rustup}`)
  if (isOlder(found, needed)) stop(`Rust ${found} is too old, ${needed} is needed: ${rustup}`)
}

function oldestRust() {
  const manifest = readFileSync(join(root, 'Cargo.toml'), 'utf8')
  return /^rust-version\s*=\s*"([\d.]+)"/m.exec(manifest)?.[1] ?? '1.88'
}

function hasCompiler() {
  if (process.platform === 'win32') return true
  return [process.env.CC, 'cc', 'gcc', 'clang'].some((name) => name && versionOf(name) !== null)
}

function versionOf(command) {
  const shell = process.platform === 'win32'
  const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8', shell })
  if (status !== 0) return null
  return /\d+(\.\d+)+/.exec(stdout)?.[0] ?? ''
}

function isOlder(version, needed) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number)
  return major < neededMajor || (major === neededMajor && minor < neededMinor)
}
