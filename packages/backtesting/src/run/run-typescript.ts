import type { FillModel, Strategy } from '@neural-trader/core'
import {
  computeColumns,
  instrumentStride,
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
import { firstAsked } from './first-asked.ts'
import { type Ask, PullLoop } from './pull-loop.ts'
import { strategyFailed } from './strategy-failed.ts'

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
  rules: RunRules,
  control: RunControl,
): Promise<FinishedRun> {
  const { settle, fillModel } = rules
  const computed = series.map(({ bars }, index) => {
    const factors = splitFactors(config.actions ?? [], index, bars.time)
    return { ...computeColumns(strategy.indicators, bars, factors), factors }
  })
  const warmUp = computed.map(({ firstDefined }) => firstDefined + settle)
  const awaited = firstAsked(series, warmUp, rules)
  const session = openSession(config, series, awaited)
  const time =
    series.length === 1 && series[0] !== undefined ? series[0].bars.time : session.stepTimes()
  const open = openContext(session, series, computed, { config, time })
  const asker = fillModel && new FillAsker(fillModel, session, series, open.writer)
  const ask = askOn(strategy, session, open, time.length - 1)
  const loop = new PullLoop(session, open.writer, { ask, asker })
  while (!loop.advance(slice)) await pause(control, loop.step / time.length)
  await pause(control, 1)
  return { outcome: session.finish(), start: session.start, time }
}

/** The rules of a run that are the loop's own. */
export type RunRules = Pick<BacktestOptions, 'startWhen' | 'tradeFrom'> & {
  readonly fillModel?: FillModel | undefined
  /** Bars between the end of the warm-up and the first decision. */
  readonly settle: number
}

/** Shows the strategy bars. */
function askOn(strategy: Strategy, session: Session, open: OpenContext, last: number): Ask {
  const { context, account, writer } = open
  const { cursor } = context
  return (first, length) => {
    placeCursors(session, context)
    let offset = 0
    try {
      while (offset < length && writer.count === 0) {
        cursor.row += offset === 0 ? 0 : 1
        account.offset = offset
        context.step = first + offset
        context.isLast = context.step === last
        strategy.onBar?.(context)
        offset += 1
      }
    } catch (cause) {
      throw strategyFailed(strategy, context.step, context.time.milliseconds, cause)
    }
    return offset
  }
}

function placeCursors({ view }: Session, { instruments }: OpenContext['context']): void {
  for (let index = 0; index < instruments.length; index += 1) {
    const instrument = instruments[index]
    if (instrument === undefined) continue
    const row = view[viewSlot.instruments + index * instrumentStride] as number
    instrument.hasBar = row !== instrument.cursor.row
    instrument.cursor.row = row
  }
}
