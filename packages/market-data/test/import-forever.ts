import { openCatalog } from '../src/catalog/catalog.ts'
import { syntheticBars } from '../src/synthetic-bars.ts'

/** Replaces one series again and again until it is killed; says when it begins. */
const [folder = ''] = process.argv.slice(2)
const catalog = openCatalog(folder)
console.log('begin')
for (let seed = 1; ; seed++) await catalog.import(syntheticBars({ seed, bars: 20_000 }), 'series')
