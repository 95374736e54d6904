// Builds crates/nt-engine into packages/engine/native, with its generated loader and types.
// `--debug` writes the unoptimised addon, alone, into packages/engine/native/debug.
import process from 'node:process'
import { NapiCli } from '@napi-rs/cli'
import { root } from './lib/run.mjs'

const debug = process.argv.includes('--debug')
const output = 'packages/engine/native'
const common = {
  cwd: root,
  manifestPath: 'crates/nt-engine/Cargo.toml',
  packageJsonPath: 'packages/engine/package.json',
  platform: true,
}
const release = {
  release: true,
  outputDir: output,
  format: 'esm',
  jsBinding: 'binding.js',
  dts: 'binding.d.ts',
  // Ambient const enums do not go with `verbatimModuleSyntax`.
  constEnum: false,
}

const options = {
  ...common,
  ...(debug ? { outputDir: `${output}/debug`, noJsBinding: true } : release),
}
try {
  const { task } = await new NapiCli().build(options)
  await task
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
