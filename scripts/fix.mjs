// `npm run fix`: what the linters and formatters can mend themselves.
import { must, say } from './lib/run.mjs'
import { install } from './lib/setup.mjs'

const fixes = [
  'cargo clippy --workspace --all-targets --fix --allow-dirty --allow-staged --quiet',
  'cargo fmt --all',
  'oxlint --type-aware --fix',
  'oxfmt .',
]

await install()
for (const command of fixes) {
  say(command)
  await must(command)
}
