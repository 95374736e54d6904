/** A label under the bars. */
export type TimeLabel = { readonly bar: number; readonly text: string }

const grains = ['year', 'month', 'day', 'hour', 'minute'] as const
type Grain = (typeof grains)[number]

/** Where a new year, month, day, hour or minute begins: the longest that gives a few labels. */
export function timeLabels(time: BigInt64Array, most: number): readonly TimeLabel[] {
  const dates = Array.from(time, (each) => new Date(Number(each / 1_000_000n)).toISOString())
  const choices = grains.map((grain) => labelsOf(dates, grain))
  const enough = choices.find((labels) => labels.length >= Math.max(3, most / 2))
  const largest = choices.toSorted((a, b) => b.length - a.length)[0] ?? []
  return thinned(enough ?? largest, most)
}

/** Letters of an ISO time that stay the same within the grain, and those that are shown. */
const letters: Readonly<Record<Grain, readonly [end: number, from: number]>> = {
  year: [4, 0],
  month: [7, 0],
  day: [10, 5],
  hour: [13, 11],
  minute: [16, 11],
}

function labelsOf(dates: readonly string[], grain: Grain): readonly TimeLabel[] {
  const [end, from] = letters[grain]
  return dates.flatMap((date, bar) => {
    const before = dates[bar - 1]
    if (before === undefined || before.slice(0, end) === date.slice(0, end)) return []
    return [{ bar, text: grain === 'hour' ? `${date.slice(from, end)}:00` : date.slice(from, end) }]
  })
}

function thinned(labels: readonly TimeLabel[], most: number): readonly TimeLabel[] {
  const every = Math.ceil(labels.length / most)
  return labels.filter((_, index) => index % Math.max(1, every) === 0)
}
