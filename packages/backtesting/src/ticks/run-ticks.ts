import {
  NeuralTraderError,
  type QuoteFillModel,
  type Quotes,
  type Strategy,
  type Trades,
} from '@neural-trader/core'
import {
  instrumentStride,
  openTickSession,
  pause,
  viewSlot,
  type RunConfig,
  type RunControl,
  type Session,
} from '@neural-trader/engine'

import { CommandWriter, InstrumentOrders } from '../run/command-writer.ts'
import { SharedAccount, SharedPosition } from '../run/context.ts'
import { type Ask, PullLoop } from '../run/pull-loop.ts'
import type { FinishedRun } from '../run/run-typescript.ts'
import { strategyFailed } from '../run/strategy-failed.ts'
import type { Cursor } from '../run/values.ts'
import { QuoteFillAsker } from './quote-fill-asker.ts'
import type { TickData } from './tick-data.ts'
import { TickInstrumentView, TickRunContext, type TickColumns } from './tick-view.ts'

/** Steps between two looks at the clock. */
const slice = 256

/** Runs a strategy with an `onQuote` or `onTrade`: JavaScript pulls blocks of ticks, Rust advances. */
export async function runTicks(
  config: RunConfig,
  data: TickData,
  { strategy, fillModel }: Deciders,
  control: RunControl,
): Promise<FinishedRun> {
  const session = openTickSession(config, data.instruments, data.series, data.bars)
  const [only] = data.series
  const time =
    data.series.length === 1 && only !== undefined ? only.ticks.time : session.stepTimes()
  const writer = new CommandWriter(session.commands)
  const ask = askOn(strategy, { session, data, writer, last: time.length - 1 })
  const asker = fillModel && new QuoteFillAsker(fillModel, session, data.series, writer)
  const loop = new PullLoop(session, writer, { ask, asker })
  while (!loop.advance(slice)) await pause(control, loop.step / time.length)
  await pause(control, 1)
  return { outcome: session.finish(), start: session.start, time }
}

/** Who decides in a run: on orders, and where it is not the engine on fills. */
export type Deciders = {
  readonly strategy: Strategy
  readonly fillModel: QuoteFillModel | undefined
}

type Run = {
  readonly session: Session
  readonly data: TickData
  readonly writer: CommandWriter
  readonly last: number
}

/** Shows the strategy ticks: trades first, as a quote often tells what a trade left. */
function askOn(strategy: Strategy, { session, data, writer, last }: Run): Ask {
  const account = new SharedAccount(session)
  const context = contextOf(session, data, writer, account)
  const cursors = data.series.map((each) => cursorOf(context, each))
  // Only runs of one series have blocks of many steps.
  const cursor = cursors[0] as Cursor
  return (first, length) => {
    const told = placeCursors(session, data, context)
    let offset = 0
    try {
      while (offset < length && writer.count === 0) {
        cursor.row += offset === 0 ? 0 : 1
        account.offset = offset
        context.step = first + offset
        context.isLast = context.step === last
        if (told.trades) strategy.onTrade?.(context)
        if (told.quotes) strategy.onQuote?.(context)
        offset += 1
      }
    } catch (cause) {
      throw strategyFailed(strategy, context.step, context.time.milliseconds, cause)
    }
    return offset
  }
}

function contextOf(
  session: Session,
  { instruments, series }: TickData,
  writer: CommandWriter,
  account: SharedAccount,
): TickRunContext {
  const views: TickInstrumentView[] = []
  const parts = instruments.map(({ id, quantityDecimals }, index): TickColumns => {
    const worth = {
      get value() {
        return views[index]?.worth ?? Number.NaN
      },
    }
    const own = series.filter((each) => each.instrument === index).map((each) => each.ticks)
    return {
      id,
      quotes: own.find((ticks): ticks is Quotes => 'bid' in ticks),
      trades: own.find((ticks): ticks is Trades => 'price' in ticks),
      position: new SharedPosition(session, index),
      orders: new InstrumentOrders(writer, index, quantityDecimals, worth),
    }
  })
  const [first, ...rest] = parts
  if (first === undefined) throw new NeuralTraderError('INTERNAL', 'A run without a series')
  const others = rest.map((part) => new TickInstrumentView(part))
  const context = new TickRunContext(first, account, others)
  views.push(...context.instruments)
  return context
}

function cursorOf(
  { instruments }: TickRunContext,
  { ticks, instrument }: TickData['series'][number],
): Cursor {
  const view = instruments[instrument] as TickInstrumentView
  return 'bid' in ticks ? view.quoteCursor : view.tradeCursor
}

/** Moves the cursors to the step in hand; tells whether quotes and trades came in it. */
function placeCursors(
  { view }: Session,
  { series }: TickData,
  { instruments }: TickRunContext,
): { quotes: boolean; trades: boolean } {
  const told = { quotes: false, trades: false }
  for (let index = 0; index < series.length; index += 1) {
    const { ticks, instrument } = series[index] as TickData['series'][number]
    const row = view[viewSlot.instruments + index * instrumentStride] as number
    const seen = instruments[instrument] as TickInstrumentView
    if ('bid' in ticks) {
      seen.hasQuote = row !== seen.quoteCursor.row
      seen.quoteCursor.row = row
      told.quotes ||= seen.hasQuote
    } else {
      seen.hasTrade = row !== seen.tradeCursor.row
      seen.tradeCursor.row = row
      told.trades ||= seen.hasTrade
    }
  }
  return told
}
