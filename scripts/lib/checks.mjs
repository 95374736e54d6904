// The checks of `npm run lint`: a name and a command each.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

const packages = namesIn('packages')
const examples = namesIn('docs/examples').filter((name) => name.endsWith('.ts'))

/** Everything about the sources that a tool can judge. */
export const checks = [
  { name: 'oxlint', command: 'oxlint --type-aware --deny-warnings' },
  { name: 'oxfmt', command: 'oxfmt --check .' },
  { name: 'types', command: 'tsc --project tsconfig.json' },
  { name: 'rustfmt', command: 'cargo fmt --all --check' },
  {
    name: 'clippy',
    command: 'cargo clippy --workspace --exclude nt-engine --all-targets --quiet -- -D warnings',
  },
  // Under its test profile napi registers nothing, and the addon would look unused.
  { name: 'clippy of the addon', command: 'cargo clippy -p nt-engine --quiet -- -D warnings' },
  { name: 'boundaries', command: 'turbo boundaries' },
  { name: 'knip', command: 'knip' },
  ...packages.map((name) => ({
    name: `publint ${name}`,
    command: `publint packages/${name} --strict --pack npm`,
  })),
  { name: 'file sizes', command: 'node scripts/check-file-sizes.mjs' },
  { name: 'links', command: 'node scripts/check-links.mjs' },
  {
    name: 'indicator pages',
    command: 'node --conditions=@neural-trader/source scripts/generate-indicator-docs.mjs --check',
  },
  { name: 'generated files', command: 'node scripts/check-generated.mjs' },
  {
    name: 'faces of indicators',
    command: 'node --conditions=@neural-trader/source scripts/generate-features.mjs --check',
  },
]

/** The examples of the documentation: programs that assert their own results. */
export const exampleRuns = examples.map((name) => ({
  name: `example ${name}`,
  command: `node --conditions=@neural-trader/source docs/examples/${name}`,
}))

function namesIn(folder) {
  const path = join(root, folder)
  return existsSync(path) ? readdirSync(path) : []
}
