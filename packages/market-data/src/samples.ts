import { type Bars, NeuralTraderError } from '@neural-trader/core'
import { readBars } from './read/read-bars.ts'

/** A bundled series of real bars. */
export type Sample = {
  readonly name: SampleName
  readonly instrument: string
  readonly description: string
  /** Name of its file in the folder `data` of this package; provenance stands beside it. */
  readonly file: string
  readonly rows: number
  /** Dates of the first and the last bar. */
  readonly first: string
  readonly last: string
}

/** Names of the bundled series. */
export type SampleName = 'sp500' | 'aapl'

/** The bundled series, for trying things out: where they come from stands in `data/README.md`. */
export const samples: readonly Sample[] = [
  {
    name: 'sp500',
    instrument: 'SPX.XCBO',
    description: 'S&P 500 index, daily, 2000 to 2020',
    file: 'sp500-2000.csv',
    rows: 5105,
    first: '2000-01-03',
    last: '2020-04-17',
  },
  {
    name: 'aapl',
    instrument: 'AAPL.XNAS',
    description: 'Apple Inc., daily, 2013 to 2018, prices adjusted for splits, not for dividends',
    file: 'aapl.csv',
    rows: 1260,
    first: '2013-05-13',
    last: '2018-05-11',
  },
]

/**
 * Reads a bundled series.
 *
 * @throws NeuralTraderError `UNKNOWN_DATASET` naming those that exist.
 */
export async function sampleBars(name: SampleName): Promise<Bars> {
  const sample = samples.find((candidate) => candidate.name === name)
  if (sample === undefined) {
    throw new NeuralTraderError(
      'UNKNOWN_DATASET',
      `There is no sample '${name}': choose one of ${samples.map((candidate) => candidate.name).join(', ')}`,
      { details: { name } },
    )
  }
  return await readBars(new URL(`../data/${sample.file}`, import.meta.url), {
    instrument: sample.instrument,
    timeframe: '1d',
  })
}
