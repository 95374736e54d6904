// `npm run build`: dependencies, packages and engine.
import { setup } from './lib/setup.mjs'

await setup()
