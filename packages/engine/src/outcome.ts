import type { Bars } from '@neural-trader/core'

import type {
  AccountEvents,
  Actions,
  Fills,
  Orders,
  Outcome as NativeOutcome,
  Trades,
} from '../native/binding.js'
import { native } from './native-error.ts'

/** Measures by name, and the conventions they follow. */
export type Measured = {
  readonly measures: Readonly<Record<string, number>>
  readonly conventions: Readonly<Record<string, number | string>>
}

/** Under which conventions to measure. */
export type MeasureOptions = {
  readonly time: BigInt64Array
  readonly equity: Float64Array
  readonly firstTradable: number
  readonly profile: string
  readonly overrides: Readonly<Record<string, number | string>>
}

/** What a finished run leaves behind. Tables are made in Rust when they are asked for. */
export class Outcome {
  readonly #native: NativeOutcome
  readonly #bars: readonly Bars[]

  constructor(outcome: NativeOutcome, bars: readonly Bars[]) {
    this.#native = outcome
    this.#bars = bars
  }

  /** Equity at the close of every step; handed over, so call it once. */
  takeEquity(): Float64Array {
    return this.#native.takeEquity()
  }

  /** SHA-256 of the event log, hexadecimal. */
  logHash(): string {
    return this.#native.logHash()
  }

  /** Number of 64-byte records in the event log. */
  logRecords(): number {
    return this.#native.logRecords()
  }

  /** A copy of the event log. */
  logBytes(): Uint8Array {
    return this.#native.logBytes()
  }

  /** The fills, in order of execution. */
  fills(): Fills {
    return native(() => this.#native.fills())
  }

  /** The trades, in order of entry. */
  trades(): Trades {
    return native(() => this.#native.trades())
  }

  /** The orders, in order of submission. */
  orders(): Orders {
    return native(() => this.#native.orders())
  }

  /** What happened to the account beside its orders. */
  account(): AccountEvents {
    return native(() => this.#native.account())
  }

  /** What companies did, in order of time. */
  actions(): Actions {
    return native(() => this.#native.actions())
  }

  /**
   * What one share at the beginning has become at each row of a series, dividends bought in; null
   * where it is one share throughout.
   */
  holdingFactors(instrument: number): Float64Array | null {
    const bars = this.#bars[instrument]
    return bars === undefined ? null : native(() => this.#native.holdingFactors(instrument, bars))
  }

  /** What positions got for their funding, less what they paid. */
  totalFunding(): number {
    return native(() => this.#native.totalFunding())
  }

  /** How often each reason ended an order without a full fill. */
  refusals(): Readonly<Record<string, number>> {
    const refusals = native(() => this.#native.refusals())
    return Object.fromEntries(refusals.map(({ reason, count }) => [reason, count]))
  }

  /**
   * Measures the run.
   *
   * @throws NeuralTraderError `INVALID_ARGUMENT` where the conventions are not valid.
   */
  measure({ time, equity, firstTradable, profile, overrides }: MeasureOptions): Measured {
    const measured = native(() =>
      this.#native.measures(
        [...this.#bars],
        time,
        equity,
        firstTradable,
        profile,
        JSON.stringify(overrides),
      ),
    )
    const measures = measured.names.map((name, index) => [name, measured.values[index]] as const)
    return {
      measures: Object.fromEntries(measures) as Record<string, number>,
      conventions: JSON.parse(measured.conventions) as Record<string, number | string>,
    }
  }
}
