import { NeuralTraderError, type Orders, type Quotes, type Trades } from '@neural-trader/core'
import { openTickReplay, tickSlot, type TickInstrument } from '@neural-trader/engine'

import type { BacktestOptions } from '../options.ts'
import { checkOptions } from '../options.ts'
import type { EventLog } from '../result.ts'
import { CommandWriter, InstrumentOrders } from '../run/command-writer.ts'
import { checkChunkOptions, type NotInChunks } from './check-tick-options.ts'
import { middle } from './middle.ts'
import { tickConfig } from './tick-config.ts'

/** The rules of a replay, and what it trades. */
export type ReplayOptions = Omit<
  BacktestOptions,
  | 'data'
  | 'strategy'
  | 'instruments'
  | 'conventions'
  | 'signal'
  | 'onProgress'
  | 'closeAtEnd'
  | 'profile'
  | 'fillPolicy'
  | NotInChunks
> & {
  /** Identifiers of what is traded. */
  readonly instruments: readonly string[]
  /** Default `next-quote`. */
  readonly fillPolicy?: 'next-quote' | 'this-quote'
  /** Decimals of all prices, at most 9: a stream cannot be looked through beforehand. */
  readonly priceDecimals: number
}

/**
 * A replay of quotes and trades that come in chunks: a stream longer than memory. A chunk is gone once
 * it is replayed; what is kept grows with the orders alone.
 */
export type Replay = {
  /**
   * Replays a chunk of one instrument, after taking what was ordered since the last: orders are met
   * from its first row on.
   *
   * @throws NeuralTraderError `DATA_...` where the columns are not what their type says or the chunk
   * begins before the last one ended; then nothing of it was replayed, but the orders were given.
   */
  feed(chunk: Quotes | Trades): void
  /**
   * The orders of an instrument.
   *
   * @throws NeuralTraderError `UNKNOWN_INSTRUMENT`.
   */
  orders(instrument: string): Orders
  /**
   * Signed units held after the last chunk.
   *
   * @throws NeuralTraderError `UNKNOWN_INSTRUMENT`.
   */
  position(instrument: string): number
  /** The account after the last chunk: what is long is worth the bid, what is short the ask. */
  readonly account: ReplayAccount
  /** The event log so far. */
  readonly log: EventLog
}

/** The account of a replay. */
export type ReplayAccount = {
  /** Cash, negative when owed. */
  readonly cash: number
  /** Cash plus positions. */
  readonly equity: number
  /** Orders at the venue. */
  readonly workingOrders: number
  /** Trades closed so far. */
  readonly closedTrades: number
}

/**
 * Opens a replay.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for an option.
 */
export function openReplay({ instruments, ...options }: ReplayOptions): Replay {
  checkOptions(options)
  checkChunkOptions(options)
  const { priceDecimals, quantityDecimals = 0 } = options
  const traded = instruments.map((id): TickInstrument => ({ id, priceDecimals, quantityDecimals }))
  const replay = openTickReplay(tickConfig(options), traded)
  const writer = new CommandWriter(replay.commands)
  const worth = traded.map(() => new LastWorth())
  const orders = worth.map((last, at) => new InstrumentOrders(writer, at, quantityDecimals, last))
  const { view } = replay
  const placeOf = (instrument: string): number => {
    const place = instruments.indexOf(instrument)
    if (place >= 0) return place
    throw new NeuralTraderError(
      'UNKNOWN_INSTRUMENT',
      `The replay has no instrument "${instrument}": it has ${instruments.join(', ')}`,
      { details: { instrument } },
    )
  }
  return {
    feed(chunk) {
      const place = placeOf(chunk.instrument)
      view[tickSlot.commands] = writer.count
      writer.count = 0
      if ('bid' in chunk) replay.quotes(place, chunk)
      else replay.trades(place, chunk)
      worth[place]?.note(chunk)
    },
    orders: (instrument) => orders[placeOf(instrument)] as Orders,
    position: (instrument) => view[tickSlot.positions + placeOf(instrument)] as number,
    get account() {
      return {
        cash: view[tickSlot.cash] as number,
        equity: view[tickSlot.equity] as number,
        workingOrders: view[tickSlot.working] as number,
        closedTrades: view[tickSlot.closedTrades] as number,
      }
    },
    get log() {
      return {
        hash: replay.logHash(),
        records: replay.logRecords(),
        bytes: () => replay.logBytes(),
      }
    },
  }
}

/** What a unit is taken to be worth: the middle of the last quote, or the last trade without quotes. */
class LastWorth {
  value = Number.NaN
  #isQuoted = false

  note(chunk: Quotes | Trades): void {
    if ('bid' in chunk) {
      const last = middle(chunk.bid.at(-1) as number, chunk.ask.at(-1) as number)
      this.value = Number.isNaN(last) ? this.value : last
      this.#isQuoted = true
    } else if (!this.#isQuoted) {
      this.value = chunk.price.at(-1) as number
    }
  }
}
