import { NeuralTraderError, type Strategy } from '@neural-trader/core'
import {
  computeColumns,
  instrumentStride,
  notAwaited,
  openSession,
  pause,
  splitFactors,
  viewSlot,
  type Outcome,
  type RunConfig,
  type RunControl,
  type RunSeries,
  type Session,
} from '@neural-trader/engine'

import type { BacktestOptions } from '../options.ts'
import { openContext, type OpenContext } from './context.ts'
import { FillAsker } from './fill-asker.ts'

/** A finished run: its results, the first step it was asked at, and the time of every step. */
export type FinishedRun = {
  readonly outcome: Outcome
  readonly start: number
  readonly time: BigInt64Array
}

/** Steps between two looks at the clock. */
const slice = 256

/** Runs a strategy with an `onBar`: JavaScript pulls blocks of bars, Rust advances. */
export async function runTypeScript(
  config: RunConfig,
  series: readonly RunSeries[],
  strategy: Strategy,
  { settle, startWhen, fillModel }: RunRules,
  control: RunControl,
): Promise<FinishedRun> {
  const computed = series.map(({ bars }, index) => {
    const factors = splitFactors(config.actions ?? [], index, bars.time)
    return { ...computeColumns(strategy.indicators, bars, factors), factors }
  })
  const warmUp = computed.map(({ firstDefined }) => firstDefined + settle)
  const awaited = startWhen === 'one-ready' ? firstReady(series, warmUp) : warmUp
  const session = openSession(config, series, awaited)
  const time =
    series.length === 1 && series[0] !== undefined ? series[0].bars.time : session.stepTimes()
  const open = openContext(session, series, computed, { config, time })
  const asker = fillModel && new FillAsker(fillModel, session, series, open.writer)
  const loop = new Loop(strategy, session, open, { steps: time.length, asker })
  while (!loop.advance(slice)) await pause(control, loop.step / time.length)
  await pause(control, 1)
  return { outcome: session.finish(), start: session.start, time }
}

/** The rules of a run that are the loop's own. */
export type RunRules = Pick<BacktestOptions, 'startWhen' | 'fillModel'> & {
  /** Bars between the end of the warm-up and the first decision. */
  readonly settle: number
}

/** The warm-up of the one series that ends first; the run does not wait for the others. */
function firstReady(series: readonly RunSeries[], warmUp: readonly number[]): readonly number[] {
  const ready = series.map(({ bars }, index) => bars.time[warmUp[index] as number])
  const times = ready.filter((time) => time !== undefined)
  const [first] = times.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0))
  if (first === undefined) return warmUp
  const place = ready.indexOf(first)
  return warmUp.map((row, index) => (index === place ? row : notAwaited))
}

/** The pull loop: a block of steps, the strategy on each, and its orders back at the next pull. */
class Loop {
  step = 0
  readonly #strategy: Strategy
  readonly #session: Session
  readonly #open: OpenContext
  readonly #last: number
  readonly #asker: FillAsker | undefined

  constructor(
    strategy: Strategy,
    session: Session,
    open: OpenContext,
    { steps, asker }: { readonly steps: number; readonly asker: FillAsker | undefined },
  ) {
    this.#strategy = strategy
    this.#session = session
    this.#open = open
    this.#last = steps - 1
    this.#asker = asker
  }

  /** Goes on by about `steps`; true at the end. */
  advance(steps: number): boolean {
    const { view, next } = this.#session
    const until = this.step + steps
    while (this.step < until) {
      const length = next()
      const first = view[viewSlot.first] as number
      if (length === 0) {
        if (view[viewSlot.asked] === 0) return true
        this.#asker?.answer(first)
        this.#send(0)
        continue
      }
      const consumed = this.#ask(first, length)
      this.step = first + consumed
      this.#send(consumed)
    }
    return false
  }

  /** What the next pull reads: steps that were looked at, and the commands given at the last. */
  #send(consumed: number): void {
    const { view } = this.#session
    const { writer } = this.#open
    view[viewSlot.consumed] = consumed
    view[viewSlot.commands] = writer.count
    writer.count = 0
  }

  /** Shows the strategy the steps of a block until it speaks; returns how many it saw. */
  #ask(first: number, length: number): number {
    const { context, account, writer } = this.#open
    const strategy = this.#strategy
    const { cursor } = context
    this.#placeCursors()
    let offset = 0
    try {
      while (offset < length && writer.count === 0) {
        cursor.row += offset === 0 ? 0 : 1
        account.offset = offset
        context.step = first + offset
        context.isLast = context.step === this.#last
        strategy.onBar?.(context)
        offset += 1
      }
    } catch (cause) {
      throw strategyFailed(strategy, context.step, context.time.milliseconds, cause)
    }
    return offset
  }

  #placeCursors(): void {
    const { view } = this.#session
    const { instruments } = this.#open.context
    for (let index = 0; index < instruments.length; index += 1) {
      const instrument = instruments[index]
      if (instrument === undefined) continue
      const row = view[viewSlot.instruments + index * instrumentStride] as number
      instrument.hasBar = row !== instrument.cursor.row
      instrument.cursor.row = row
    }
  }
}

function strategyFailed(
  strategy: Strategy,
  step: number,
  milliseconds: number,
  cause: unknown,
): NeuralTraderError {
  const when = `at step ${step} (${new Date(milliseconds).toISOString()})`
  const reason = cause instanceof Error ? cause.message : String(cause)
  const known = cause instanceof NeuralTraderError
  return new NeuralTraderError(
    known ? cause.code : 'STRATEGY_FAILED',
    `Strategy "${strategy.name}" ${known ? 'made a mistake' : 'threw'} ${when}: ${reason}`,
    { details: { ...(known ? cause.details : {}), strategy: strategy.name, step }, cause },
  )
}
