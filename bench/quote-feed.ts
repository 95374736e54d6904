import type { Quotes } from '@neural-trader/core'

const chunkLength = 1 << 16
const meanNanoseconds = 50_000
const begin = 1_700_000_000_000_000_000n

/** Lowest and highest price that the feed ever quotes. */
export const reach = { lowest: 90, highest: 110 } as const

/** Rows of {@link quoteFeed}. */
export const quotesOfFeed = 64 * chunkLength

let made: readonly Quotes[] | undefined

/**
 * Four million seeded quotes in chunks of 65,536: a mid that walks by a cent between 90 and 110, a
 * spread of one to three cents, sizes on both sides. Made once.
 */
export function quoteFeed(): readonly Quotes[] {
  if (made !== undefined) return made
  const generate = quoteGenerator(7)
  made = Array.from({ length: quotesOfFeed / chunkLength }, () => generate(emptyChunk()))
  return made
}

/** Columns for one chunk. */
export function emptyChunk(): Quotes {
  const column = (): Float64Array => new Float64Array(chunkLength)
  return {
    instrument: 'X.XTST',
    time: new BigInt64Array(chunkLength),
    bid: column(),
    ask: column(),
    bidSize: column(),
    askSize: column(),
  }
}

/** Fills a chunk with the rows that follow those of the chunk before, and returns it. */
export function quoteGenerator(seed: number): (chunk: Quotes) => Quotes {
  let state = seed
  let time = begin
  let bid = 10_000
  // A linear congruential generator (Numerical Recipes); its upper bits are good enough here.
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return (chunk) => {
    for (let row = 0; row < chunkLength; row += 1) {
      const draw = random()
      time += BigInt(Math.ceil(draw * 2 * meanNanoseconds))
      const step = draw < 0.25 ? -1 : draw > 0.75 ? 1 : 0
      bid = Math.min(Math.max(bid + step, 100 * reach.lowest), 100 * reach.highest - 3)
      const size = random()
      chunk.time[row] = time
      chunk.bid[row] = bid / 100
      chunk.ask[row] = (bid + 1 + Math.floor(size * 3)) / 100
      chunk.bidSize[row] = 1 + Math.floor(size * 500)
      chunk.askSize[row] = 1 + Math.floor(draw * 500)
    }
    return chunk
  }
}
