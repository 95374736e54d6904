import type { Bench } from './bench.ts'
import { feed } from './feed.ts'
import { rivalColumns } from './rivals/columns.ts'
import { indicatorsIxjb94 } from './rivals/indicators-ixjb94.ts'
import { indicatorts } from './rivals/indicatorts.ts'
import { ratios, ratioTable, type Ratios } from './rivals/ratios.ts'
import { measureAll } from './rivals/table.ts'
import { talibC } from './rivals/talib-c.ts'
import { talibWeb } from './rivals/talib-web.ts'
import { fastTechnicalIndicators, technicalIndicators } from './rivals/technicalindicators.ts'

const bars = 1_000_000

let measured: Promise<Ratios> | undefined

/** Every indicator beside every library that has it, once: the table goes to the console. */
function all(): Promise<Ratios> {
  measured ??= compare()
  return measured
}

async function compare(): Promise<Ratios> {
  const columns = rivalColumns(feed(bars))
  const talib = await talibC(columns)
  if (talib === undefined) {
    console.log('No Python with the wheel TA-Lib (NT_PYTHON names one): its C is not measured.')
  }
  const npm = [
    await talibWeb(),
    indicatorsIxjb94,
    indicatorts,
    fastTechnicalIndicators,
    technicalIndicators,
  ]
  const rows = await measureAll(columns, talib === undefined ? npm : [talib, ...npm])
  talib?.close()
  console.log(`\nns/bar over ${bars} bars, the best of several runs\n${ratioTable(rows)}`)
  return ratios(rows)
}

function figure(name: string, of: (ratios: Ratios) => number): Bench {
  const run = async () => of(await all())
  return { name: `features.${name}`, unit: 'x', higherIsBetter: true, run, runs: 1 }
}

/** How many times faster than other libraries every indicator is. */
export const benches: readonly Bench[] = [
  figure('npm_median', ({ npmMedian }) => npmMedian),
  figure('npm_least', ({ npmLeast }) => npmLeast),
  figure('talib_median', ({ talibMedian }) => talibMedian),
  figure('talib_least', ({ talibLeast }) => talibLeast),
]
