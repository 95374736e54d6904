import { type ErrorCode, NeuralTraderError } from '@neural-trader/core'
import { formatInstant } from '../instant.ts'

/** Refuses trades that cannot be, and those that come too late. */
export type TradeChecker = {
  readonly trade: (time: bigint, price: number, size: number) => void
  /** Nothing earlier than this may come. */
  readonly clock: (time: bigint) => void
}

/** A checker for one stream; rows are counted from 1. */
export function tradeChecker(instrument: string): TradeChecker {
  let last: bigint | null = null
  let row = 0
  const refuse = (
    code: ErrorCode,
    column: string,
    value: number | string,
    remedy: string,
  ): never => {
    throw new NeuralTraderError(
      code,
      `${instrument}, trade ${row + 1}: ${column} is ${value}; ${remedy}`,
      { details: { source: instrument, row: row + 1, column, value } },
    )
  }
  const clock = (time: bigint): void => {
    if (last !== null && time < last)
      refuse(
        'DATA_UNSORTED',
        'time',
        formatInstant(time),
        `${formatInstant(last)} was reached before: sort the trades by time, oldest first`,
      )
    last = time
  }
  return {
    trade(time, price, size) {
      if (!(price > 0 && price < Infinity))
        refuse(codeOf(price), 'price', price, 'give a finite price above 0, or remove the trade')
      if (!(size >= 0 && size < Infinity))
        refuse(codeOf(size), 'size', size, 'give a finite size of at least 0, or remove the trade')
      clock(time)
      row += 1
    },
    clock,
  }
}

function codeOf(value: number): ErrorCode {
  return Number.isFinite(value) ? 'DATA_NOT_POSITIVE' : 'DATA_NOT_FINITE'
}
