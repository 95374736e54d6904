// `npm run test:oracles`: every case of every oracle under NT_ORACLES. Arguments filter the files.
import process from 'node:process'
import { must, say } from './lib/run.mjs'
import { setup } from './lib/setup.mjs'
import { oracles } from './lib/suites.mjs'

await setup()
say('Oracles')
await must(oracles, { args: process.argv.slice(2) })
