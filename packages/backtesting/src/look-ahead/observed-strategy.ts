import type { InstrumentContext, Orders, Strategy, StrategyContext } from '@neural-trader/core'

import { callerOf, type Caller } from './call-site.ts'
import type { PinnedWorld } from './pinned-world.ts'

/** Something that a strategy did. */
export type Act = {
  readonly step: number
  readonly instrument: string
  /** The method: `orders.buy`, or `rebalance`; of rules the kind of the order. */
  readonly subject: string
  /** The whole of it, with what was given. */
  readonly text: string
  /** Who called it; null where rules ordered. */
  readonly caller: Caller | null
}

/** What a strategy is seen to do in one run. */
export type Sighting = {
  readonly acts: Act[]
  /** The last step at which it asked whether the data end there; -1 if never. */
  askedForEnd: number
}

/** The same strategy, whose orders are noted and whose code runs in a world that stands still. */
export function observedStrategy(
  strategy: Strategy,
  sighting: Sighting,
  world: PinnedWorld,
): Strategy {
  if (strategy.onBar === undefined) return strategy
  let shown: { readonly context: StrategyContext; readonly observed: StrategyContext } | undefined
  return {
    ...strategy,
    onBar(context) {
      if (shown?.context !== context) shown = { context, observed: observe(context, sighting) }
      const { observed } = shown
      world.within(() => strategy.onBar?.(observed))
    },
  }
}

/** A context of which a few properties are ours, and the others its own. */
function observe(context: StrategyContext, sighting: Sighting): StrategyContext {
  const note = noteIn(context, sighting)
  const others = context.instruments.slice(1).map((each) => withOrders(each, note))
  const { id, rebalance } = context
  const noted: StrategyContext['rebalance'] = (...given) => {
    note(id, 'rebalance', given, noted)
    rebalance(...given)
  }
  const own = { orders: notedOrders(context, note), rebalance: noted }
  const observed: StrategyContext = overlay(context, own, (key) => {
    if (key === 'isLast') sighting.askedForEnd = context.step
    if (key === 'instruments') return instruments
    return key === 'instrument' ? find : undefined
  })
  const instruments = [observed, ...others]
  const find: StrategyContext['instrument'] = (name) => {
    const real = context.instrument(name)
    return instruments[context.instruments.indexOf(real)] ?? real
  }
  return observed
}

type Note = (
  instrument: string,
  subject: string,
  given: readonly unknown[],
  callee: (...args: never[]) => unknown,
) => void

function noteIn(context: StrategyContext, { acts }: Sighting): Note {
  return (instrument, subject, given, callee) => {
    const text = `${subject}(${given.map(written).join(', ')})`
    acts.push({ step: context.step, instrument, subject, text, caller: callerOf(callee) })
  }
}

function withOrders(instrument: InstrumentContext, note: Note): InstrumentContext {
  return overlay(instrument, { orders: notedOrders(instrument, note) }, () => undefined)
}

const methods: readonly (keyof Orders)[] = [
  'buy',
  'sell',
  'buyPercent',
  'sellPercent',
  'targetPercent',
  'targetQuantity',
  'targetValue',
  'close',
  'closeLot',
  'setExits',
  'modify',
  'cancel',
  'cancelAll',
]

/** Orders that are noted before they are given. */
function notedOrders({ id, orders }: InstrumentContext, note: Note): Orders {
  const real = orders as unknown as Record<string, (...given: unknown[]) => unknown>
  const noted = methods.map((method) => {
    const call = (...given: unknown[]): unknown => {
      note(id, `orders.${method}`, given, call)
      return real[method]?.(...given)
    }
    return [method, call] as const
  })
  return Object.fromEntries(noted) as unknown as Orders
}

function overlay<Of extends object>(
  real: Of,
  own: Partial<Of>,
  answer: (key: PropertyKey) => unknown,
): Of {
  const mine: object = own
  return new Proxy(real, {
    get: (target, key) =>
      answer(key) ?? (Reflect.get(Object.hasOwn(mine, key) ? mine : target, key) as unknown),
  })
}

function written(value: unknown): string {
  return typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'undefined')
}
