import type { BarRow } from './bar-columns.ts'

/** Decides when bars close; one object for one stream of trades. */
export interface Rule {
  /** Takes a trade that was checked and is not earlier than the one before it. */
  add(time: bigint, price: number, size: number): void
  /** No trade earlier than `time` will come: closes what that finishes. */
  advanceTo(time: bigint): void
  /** No trade will come at all: closes what is finished, and what is not when `keepPartial`. */
  finish(keepPartial: boolean): void
}

/** Receives each bar at the moment it is known to be closed. The row is reused. */
export type CloseBar = (row: Readonly<BarRow>) => void

/** A bar that trades are still added to. */
export class OpenBar {
  readonly row: BarRow = { time: 0n, open: 0, high: 0, low: 0, close: 0, volume: 0 }
  isEmpty = true

  add(price: number, size: number): void {
    this.addRange({ open: price, high: price, low: price, close: price, volume: size })
  }

  addRange({ open, high, low, close, volume }: Omit<BarRow, 'time'>): void {
    const { row } = this
    if (this.isEmpty) {
      row.open = open
      row.high = high
      row.low = low
      row.volume = 0
      this.isEmpty = false
    }
    if (high > row.high) row.high = high
    if (low < row.low) row.low = low
    row.close = close
    row.volume += volume
  }
}
