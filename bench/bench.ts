/** A benchmark: one figure, measured several times, beside a rival's where there is one. */
export type Bench = {
  /** The figure's name, for example `backtest.typescript`. */
  readonly name: string
  /** The figure's unit, for example `bars/s`. */
  readonly unit: string
  /** Whether a larger figure is the better one. */
  readonly higherIsBetter: boolean
  /** Measures once and gives the figure. */
  readonly run: () => Promise<number>
  /** How often it is measured after one discarded warm-up; 9 unless given. */
  readonly runs?: number
  /** The rival, measured in turn with ours in the same process. */
  readonly peer?: Peer
}

/** What a benchmark is compared with. */
export type Peer = {
  readonly name: string
  readonly version: string
  readonly run: () => Promise<number>
}
