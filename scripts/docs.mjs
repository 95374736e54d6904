// `npm run docs`: the crates' reference in target/doc, and a check of the Markdown pages' links.
import { must, say } from './lib/run.mjs'
import { install } from './lib/setup.mjs'

await install()
say('Reference of the crates, written to target/doc')
await must('cargo doc --workspace --no-deps', { env: { RUSTDOCFLAGS: '-D warnings' } })
say('Links of the Markdown pages')
await must('node scripts/check-links.mjs')
