import type { ChoiceCells, FlagCells, NumberCells, SignalColumns } from './cells.ts'

/** Prices by bar. NaN is a missing bar: no order fills there, and it is valued at the close before. */
export type PriceColumns = {
  /** Nanoseconds since the epoch, UTC; measures need it. */
  readonly time?: BigInt64Array
  readonly open?: Float64Array
  readonly high?: Float64Array
  readonly low?: Float64Array
  readonly close: Float64Array
}

/** What a size counts. */
export type SizeType =
  | 'amount'
  | 'value'
  | 'percent'
  | 'target-amount'
  | 'target-value'
  | 'target-percent'

/** Sides a position may be on. */
export type Direction = 'long-only' | 'short-only' | 'both'

/** What to do with an entry and an exit of one side on one bar. */
export type Conflict = 'ignore' | 'entry' | 'exit' | 'adjacent' | 'opposite'

/** The order in which columns that share cash come to it on one bar. */
export type CallSequence = 'default' | 'reversed' | 'random' | 'auto'

/** Options of runs from signals and from sizes in the arithmetic of vectorbt. */
export type ArrayOptions = {
  /** Bars that serve all columns, or bars for each. A `Bars` object will do. */
  readonly data: PriceColumns | readonly PriceColumns[]
  /** The rules and the arithmetic of that library. */
  readonly profile: 'vectorbt'
  /** Size in the unit of `sizeType`: infinity is all there is, NaN no order. Infinity by default. */
  readonly size?: NumberCells
  /** `amount` by default. Signals take the first three. */
  readonly sizeType?: ChoiceCells<SizeType>
  /** By default `long-only` for signals and `both` for sizes. */
  readonly direction?: ChoiceCells<Direction>
  /** Infinity, the default, is the close; minus infinity the open, or else the close before. */
  readonly price?: NumberCells
  /** Price that positions are valued at: infinity, the default, is that of the order. */
  readonly valuePrice?: NumberCells
  /** Fee as a share of what is traded. */
  readonly fees?: NumberCells
  /** Fee of an order. */
  readonly fixedFees?: NumberCells
  /** Share by which a fill is worse than its price. */
  readonly slippage?: NumberCells
  /** 1e-8 by default. */
  readonly minSize?: NumberCells
  readonly maxSize?: NumberCells
  /** Step of sizes; NaN, the default, is none. */
  readonly sizeGranularity?: NumberCells
  /** Whether shorts may take no more than free cash. */
  readonly lockCash?: FlagCells
  /** Whether less than what is asked for will do; true by default. */
  readonly allowPartial?: FlagCells
  /** 100 by default: an amount, one for each account, or what the orders turn out to need. */
  readonly cash?: number | readonly number[] | 'auto' | 'auto-align'
  /** Whether columns share cash: all of them, or those with the same number beside each other. */
  readonly cashSharing?: boolean | readonly number[]
  readonly callSequence?: CallSequence
  /** Seed of a random call sequence. */
  readonly seed?: number
  /** Whether the price of a fill values what comes after it on the bar. */
  readonly updateValue?: boolean
  /** Whether a value price holds until there is another; true by default. */
  readonly fillValuePrice?: boolean
  /** Whether the result has trades, equity and measures; all of them by default. */
  readonly keep?: {
    readonly trades?: boolean
    readonly equity?: boolean
    readonly measures?: boolean
  }
  /** Ends the run. */
  readonly signal?: AbortSignal
  /** Told now and then how many accounts were run of how many. */
  readonly onProgress?: (done: number, accounts: number) => void
}

/** Options of a run from signals. */
export type SignalOptions = ArrayOptions & {
  /** Entries; long ones where there are short signals. */
  readonly entries: SignalColumns
  /** Exits; of longs where there are short signals. With `direction: 'both'` they enter short. */
  readonly exits?: SignalColumns
  readonly shortEntries?: SignalColumns
  readonly shortExits?: SignalColumns
  /** Whether entries add to a position and exits take parts of it. */
  readonly accumulate?: ChoiceCells<'disabled' | 'both' | 'add-only' | 'remove-only'>
  readonly uponLongConflict?: ChoiceCells<Conflict>
  readonly uponShortConflict?: ChoiceCells<Conflict>
  /** Entries of both sides on one bar. */
  readonly uponDirectionConflict?: ChoiceCells<
    'ignore' | 'long' | 'short' | 'adjacent' | 'opposite'
  >
  /** An entry against the position; `reverse-reduce` by default. */
  readonly uponOppositeEntry?: ChoiceCells<
    'ignore' | 'close' | 'close-reduce' | 'reverse' | 'reverse-reduce'
  >
  /** Distance of the stop loss, a share of the price it is measured from; NaN is none. */
  readonly stopLoss?: NumberCells
  /** Whether the stop loss trails the best price since the entry. */
  readonly trailing?: FlagCells
  /** Distance of the take profit, as `stopLoss`. */
  readonly takeProfit?: NumberCells
  /** What stops are measured from; `close` by default. */
  readonly stopEntryPrice?: ChoiceCells<'value-price' | 'price' | 'fill-price' | 'close'>
  /** Where stops go out; `stop-limit` by default: at the stop, without slippage. */
  readonly stopExitPrice?: ChoiceCells<'stop-limit' | 'stop-market' | 'price' | 'close'>
  readonly uponStopExit?: ChoiceCells<'close' | 'close-reduce' | 'reverse' | 'reverse-reduce'>
  /** What adding to a position does to its stops; `override` by default. */
  readonly uponStopUpdate?: ChoiceCells<'keep' | 'override' | 'override-nan'>
}
