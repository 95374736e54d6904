// `npm run docs`: the pages of the indicators, the crates' reference in target/doc, and a check of the
// Markdown pages' links.
import { must, say } from './lib/run.mjs'
import { install } from './lib/setup.mjs'

await install()
say('Pages of the indicators, written to docs/indicators')
await must('node --conditions=@neural-trader/source scripts/generate-indicator-docs.mjs')
say('Reference of the crates, written to target/doc')
await must('cargo doc --workspace --no-deps', { env: { RUSTDOCFLAGS: '-D warnings' } })
say('Links of the Markdown pages')
await must('node scripts/check-links.mjs')
