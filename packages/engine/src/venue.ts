import type { Quotes } from '@neural-trader/core'

import { binding } from './binding.ts'
import { tickSpec } from './instrument-spec.ts'
import { openLogReader, type LogTable } from './log.ts'
import { native } from './native-error.ts'
import type { RunConfig } from './run-config.ts'
import type { TickInstrument } from './tick-replay.ts'

/** Numbers per bar of a venue: place of the instrument, open, high, low, close, volume. */
export const venueBarStride = 6

/** What the account of a venue is worth. */
export type VenueAccount = {
  readonly cash: number
  readonly equity: number
  readonly workingOrders: number
  /** What is held: one an instrument, or each side of it in a hedging account. */
  readonly positions: readonly VenuePosition[]
}

/** What is held of an instrument, by its place. */
export type VenuePosition = {
  readonly instrument: number
  /** Signed units, not 0. */
  readonly quantity: number
  readonly averagePrice: number
}

/** A simulated venue that is fed as the market goes on, with bars or with quotes. */
export type Venue = {
  /**
   * Takes the bars that close at a time, {@link venueBarStride} numbers each.
   *
   * @throws NeuralTraderError `DATA_...`, `INVALID_ARGUMENT` or `OVERFLOW`; then nothing was taken.
   */
  readonly bars: (time: bigint, bars: Float64Array) => void
  /** Takes quotes of one instrument; see {@link bars}. */
  readonly quotes: (instrument: number, quotes: Omit<Quotes, 'instrument'>) => void
  /**
   * Gives one command, in the slots of `commandSlot`; returns the number that the log has for the
   * order it makes, 0 where it makes none.
   */
  readonly command: (slots: Float64Array) => number
  readonly account: () => VenueAccount
  /** What the log tells since this was last asked. */
  readonly news: () => LogTable
  /** SHA-256 of the event log, hexadecimal. */
  readonly logHash: () => string
  /** A copy of the event log. */
  readonly logBytes: () => Uint8Array
}

/**
 * Opens a venue for these instruments.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where the configuration is out of range.
 */
export function openVenue(config: RunConfig, instruments: readonly TickInstrument[]): Venue {
  const venue = native(() => new binding.Venue(config, instruments.map(tickSpec)))
  const ids = instruments.map(({ id }) => id)
  const reader = openLogReader(venue.logBytes(0), ids)
  let told = 0
  return {
    bars: (time, bars) => native(() => venue.bars(time, bars)),
    quotes: (instrument, quotes) => native(() => venue.quotes(instrument, quotes)),
    command: (slots) => native(() => venue.command(slots)),
    account: () => accountOf(venue.account()),
    news: () => {
      const table = reader.table(venue.logBytes(told))
      told += table.kind.length
      return table
    },
    logHash: () => venue.logHash(),
    logBytes: () => venue.logBytes(0),
  }
}

function accountOf(numbers: Float64Array): VenueAccount {
  const [cash = 0, equity = 0, workingOrders = 0, ...held] = numbers
  const sides = Array.from({ length: held.length / 2 }, (_, at) => ({
    instrument: Math.floor(at / 2),
    quantity: held[2 * at] as number,
    averagePrice: held[2 * at + 1] as number,
  }))
  const positions = sides.filter(({ quantity }) => quantity !== 0)
  return { cash, equity, workingOrders, positions }
}
