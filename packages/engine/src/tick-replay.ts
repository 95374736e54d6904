import type { Quotes, Trades } from '@neural-trader/core'

import { binding } from './binding.ts'
import { tickSpec } from './instrument-spec.ts'
import { native } from './native-error.ts'
import type { RunConfig, RunSessions, TermsSpec } from './run-config.ts'
import { commandCapacity, commandStride } from './session.ts'

/** Slots of the view of a tick replay. */
export const tickSlot = {
  /** In: commands in the command buffer. */
  commands: 0,
  /** Out: cash of the account. */
  cash: 1,
  /** Out: cash and positions, long ones at the bid and short ones at the ask. */
  equity: 2,
  /** Out: orders at the venue. */
  working: 3,
  /** Out: trades closed so far. */
  closedTrades: 4,
  /** First of the signed units held, one an instrument. */
  positions: 5,
} as const

/** What is traded over ticks: the decimals its prices and quantities are kept in. */
export type TickInstrument = {
  readonly id: string
  readonly priceDecimals: number
  readonly quantityDecimals: number
  /** What it is beyond a share, with its times as nanoseconds; for runs over all of the data. */
  readonly terms?: TermsSpec
  /** Its sessions, `unknown` where it has some that nobody described; for such runs too. */
  readonly sessions?: RunSessions | 'unknown'
}

/**
 * A replay of quotes and trades that come in chunks. A chunk is gone once it is replayed, so that
 * memory grows with the orders alone, however long the stream is.
 */
export type TickReplay = {
  /** Shared with Rust; see {@link tickSlot}. */
  readonly view: Float64Array
  /** Shared with Rust; see `commandSlot`. Taken by the next chunk, before its first row. */
  readonly commands: Float64Array
  /**
   * Replays quotes of one instrument, by its place among the instruments.
   *
   * @throws NeuralTraderError `DATA_...` where the columns are not what {@link Quotes} says or the
   * chunk begins before the last one ended, `OVERFLOW` for prices beyond the decimals; then nothing
   * of the chunk was replayed.
   */
  readonly quotes: (instrument: number, quotes: Omit<Quotes, 'instrument'>) => void
  /** Replays trades of one instrument; see {@link quotes}. */
  readonly trades: (instrument: number, trades: Omit<Trades, 'instrument'>) => void
  /** SHA-256 of the event log, hexadecimal. */
  readonly logHash: () => string
  /** Number of 64-byte records in the event log. */
  readonly logRecords: () => number
  /** A copy of the event log. */
  readonly logBytes: () => Uint8Array
}

/**
 * Opens a replay of these instruments.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where the configuration is out of range.
 */
export function openTickReplay(
  config: RunConfig,
  instruments: readonly TickInstrument[],
): TickReplay {
  const view = new Float64Array(tickSlot.positions + instruments.length)
  const commands = new Float64Array(commandCapacity * commandStride)
  const replay = native(
    () => new binding.TickReplay(config, instruments.map(tickSpec), view, commands),
  )
  return {
    view,
    commands,
    quotes: (instrument, quotes) => native(() => replay.quotes(instrument, quotes)),
    trades: (instrument, trades) => native(() => replay.trades(instrument, trades)),
    logHash: () => replay.logHash(),
    logRecords: () => replay.logRecords(),
    logBytes: () => replay.logBytes(),
  }
}
