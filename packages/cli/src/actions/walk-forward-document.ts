import type {
  CombinatorialResult,
  ParameterMap,
  StepRange,
  WalkForwardResult,
} from '@neural-trader/backtesting'
import { formatInstant } from '@neural-trader/market-data'

/** What the results of a walk forward are told with. */
export type Told = {
  readonly objective: string
  /** Combinations that the strategy refuses. */
  readonly leftOut: number
}

/** A walk forward as a JSON document. */
export function walkForwardDocument(
  result: WalkForwardResult,
  { map, ...told }: Told & { readonly map: ParameterMap | null },
): object {
  const { windows, combinations, scores, time, growth, ...rest } = result
  return {
    ...told,
    ...rest,
    windows: windows.map((window) =>
      Object.assign({}, window, {
        test: { ...window.test, ...extent(time, windows, window.test) },
      }),
    ),
    combinations,
    scores: windows.map((_, index) =>
      Array.from(scores.slice(index * combinations.length, (index + 1) * combinations.length)),
    ),
    time: Array.from(time, formatInstant),
    growth: Array.from(growth),
    ...(map === null ? {} : { map: mapDocument(map) }),
  }
}

/** Combinatorial cross-validation as a JSON document. */
export function combinatorialDocument(result: CombinatorialResult, told: Told): object {
  const { time, paths, ...rest } = result
  return {
    ...told,
    ...rest,
    paths: paths.map((path) => Object.assign({}, path, { growth: Array.from(path.growth) })),
    time: Array.from(time, formatInstant),
  }
}

function mapDocument({ values, averages, ...map }: ParameterMap): object {
  const width = map.x.values.length
  const rows = (of: Float64Array): number[][] =>
    map.y.values.map((_, row) => Array.from(of.slice(row * width, (row + 1) * width)))
  return { ...map, values: rows(values), averages: rows(averages) }
}

/** First and last time of a test window, among those that were tested. */
function extent(
  time: BigInt64Array,
  windows: WalkForwardResult['windows'],
  test: StepRange,
): { first: string; last: string } {
  const place = windows
    .filter((window) => window.test.from < test.from)
    .reduce((sum, window) => sum + window.test.to - window.test.from, 0)
  const end = place + test.to - test.from - 1
  return { first: formatInstant(time[place] ?? 0n), last: formatInstant(time[end] ?? 0n) }
}
