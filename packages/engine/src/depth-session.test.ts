import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { failure } from '../test/plain-bars.ts'
import type { DepthReport } from './depth-report.ts'
import {
  depthKind,
  DepthSession,
  depthSlot,
  type DepthChunk,
  type DepthOptions,
} from './depth-session.ts'

type Event = [time: number, what: string, price: number, lots: number]
type Action = [time: number, what: string, priceOrOrder: number, lots?: number]
type Situation = {
  readonly name: string
  readonly latency?: [feed: number, entry: number, response: number]
  readonly queue?: number
  readonly events: readonly Event[]
  readonly actions: readonly Action[]
  readonly reports: readonly [time: number, seen: number, order: number, text: string][]
  readonly views?: readonly [time: number, bid: number | null, ask: number | null][]
}

const file = join(import.meta.dirname, '../../../crates/testdata/depth-situations.json')
const { book, situations } = JSON.parse(readFileSync(file, 'utf8')) as {
  book: Event[]
  situations: Situation[]
}

const start = 1_700_000_000_000_000_000n
const plain: DepthOptions = { start, tickSize: 0.5, lotSize: 0.001 }
const kinds: Readonly<Record<string, number>> = {
  bid: depthKind.bidLevel,
  ask: depthKind.askLevel,
  bought: depthKind.buyTrade,
  sold: depthKind.sellTrade,
  'clear bids': depthKind.clearBids,
  'clear asks': depthKind.clearAsks,
}

function chunkOf(events: readonly Event[]): DepthChunk {
  return {
    time: BigInt64Array.from(events, ([time]) => start + BigInt(time)),
    kind: Uint8Array.from(events, ([, what]) => kinds[what]!),
    price: Float64Array.from(events, ([, , price]) => price * plain.tickSize),
    quantity: Float64Array.from(events, ([, , , lots]) => lots * plain.lotSize),
  }
}

function act(session: DepthSession, [, what, first, lots = 0]: Action): void {
  if (what === 'cancel') return session.cancel(first)
  const side = what.endsWith('buy') ? 'buy' : 'sell'
  session.place({ side, price: first, lots, immediateOrCancel: what.startsWith('take') })
}

function textOf(report: DepthReport): string {
  switch (report.kind) {
    case 'accepted':
      return 'accepted'
    case 'refused':
      return `refused ${report.reason}`
    case 'filled':
      return `filled ${report.lots} @ ${report.price} ${report.liquidity}, ${report.left} left`
    case 'cancelled':
      return `cancelled ${report.left} ${report.reason}`
    case 'cancel-refused':
      return `cancel refused ${report.reason}`
  }
}

function openSituation({ latency = [0, 0, 0], queue = 0, events }: Situation): DepthSession {
  const [feedLatency, entryLatency, responseLatency] = latency
  const session = new DepthSession({
    ...plain,
    feedLatency,
    entryLatency,
    responseLatency,
    queue: queue === 0 ? 'fifo' : { power: queue },
  })
  session.append(chunkOf([...book, ...events]))
  session.end()
  return session
}

test.each(situations)('$name', (situation) => {
  const session = openSituation(situation)
  const reports: unknown[] = []
  for (let now = 0; now <= 20; now += 1) {
    session.elapse(now === 0 ? 0 : 1)
    expect(session.view[depthSlot.now]).toBe(now)
    reports.push(
      ...session.reports.map((each) => [each.time, now, each.order, textOf(each)] as const),
    )
    const view = situation.views?.find(([time]) => time === now)
    const [, bid, ask] = view ?? [now, session.view[4]!, session.view[6]!]
    expect(session.view[depthSlot.bestBid]).toBe(bid ?? Number.NaN)
    expect(session.view[depthSlot.bestAsk]).toBe(ask ?? Number.NaN)
    for (const action of situation.actions.filter(([time]) => time === now)) act(session, action)
  }
  expect(reports).toEqual(situation.reports)
})

test('chunks are asked for, and the way goes on where it stopped', () => {
  const session = new DepthSession(plain)
  expect(session.elapse(10)).toBe('needs-events')
  session.append(chunkOf(book))
  expect(session.elapse(0)).toBe('needs-events')
  session.append(chunkOf([[30, 'bid', 100, 7]]))
  expect(session.elapse(0)).toBe('reached')
  expect([...session.view.subarray(depthSlot.now, depthSlot.bestAskLots + 1)]).toEqual([
    10, 0, 100, 10, 101, 10,
  ])
  expect(session.elapse(20)).toBe('needs-events')
  session.end()
  expect(session.elapse(0)).toBe('ended')
  expect([...session.levels('bids', 5)]).toEqual([100, 7, 99, 20])
  expect([...session.levels('asks', 1)]).toEqual([101, 10])
})

test('more reports than fit the buffer all arrive, in their order', () => {
  const session = new DepthSession({ ...plain, responseLatency: 1 })
  session.append(chunkOf(book))
  session.end()
  session.elapse(0)
  for (let round = 0; round < 3; round += 1) {
    for (let each = 0; each < 256; each += 1) session.place({ side: 'buy', price: 90, lots: 1 })
    session.elapse(0)
  }
  expect(session.elapse(1)).toBe('ended')
  expect(session.reports.map((report) => report.order)).toEqual(
    Array.from({ length: 768 }, (_, index) => index + 1),
  )
})

test('the session ends with the last report, not before', () => {
  const session = new DepthSession({ ...plain, entryLatency: 5, responseLatency: 5 })
  session.append(chunkOf(book))
  session.end()
  session.elapse(0)
  session.place({ side: 'buy', price: 100, lots: 1 })
  expect(session.elapse(9)).toBe('reached')
  expect(session.elapse(1)).toBe('ended')
  expect(session.reports).toEqual([{ order: 1, time: 5, kind: 'accepted' }])
})

test('more requests than fit the buffer are refused at once', () => {
  const session = new DepthSession(plain)
  for (let each = 0; each < 256; each += 1) session.cancel(1)
  expect(failure(() => session.cancel(1)).code).toBe('INVALID_ARGUMENT')
})

const good = chunkOf(book)
test.each<[string, DepthChunk, string]>([
  ['columns of unequal length', { ...good, kind: new Uint8Array(1) }, 'DATA_LENGTH_MISMATCH'],
  ['a time that goes back', chunkOf([...book, [-1, 'bid', 1, 1]]), 'DATA_UNSORTED'],
  ['an unknown kind', { ...good, kind: Uint8Array.of(0, 0, 9, 1) }, 'DATA_FORMAT'],
  ['a price off the grid', chunkOf([[0, 'bid', 100.5, 1]]), 'DATA_FORMAT'],
  ['a quantity off the grid', chunkOf([[0, 'bid', 100, 0.5]]), 'DATA_FORMAT'],
  ['a price that is NaN', chunkOf([[0, 'bid', Number.NaN, 1]]), 'DATA_NOT_FINITE'],
  ['a price of zero', chunkOf([[0, 'bid', 0, 1]]), 'DATA_NOT_POSITIVE'],
  ['a negative quantity', chunkOf([[0, 'bid', 100, -1]]), 'DATA_NOT_POSITIVE'],
  ['an infinite quantity', chunkOf([[0, 'bid', 100, Infinity]]), 'DATA_NOT_FINITE'],
  ['too many lots', chunkOf([[0, 'bid', 100, 2 ** 60]]), 'OVERFLOW'],
])('%s is refused, and nothing of the chunk is appended', (_, chunk, code) => {
  const session = new DepthSession(plain)
  expect(failure(() => session.append(chunk)).code).toBe(code)
  session.end()
  session.elapse(100)
  expect(session.view[depthSlot.bestBid]).toBeNaN()
})

test.each<[string, () => unknown]>([
  ['a tick size of zero', () => new DepthSession({ ...plain, tickSize: 0 })],
  ['an infinite lot size', () => new DepthSession({ ...plain, lotSize: Infinity })],
  ['a negative latency', () => new DepthSession({ ...plain, entryLatency: -1 })],
  ['a latency that is NaN', () => new DepthSession({ ...plain, feedLatency: Number.NaN })],
  ['a start beyond 64 bits', () => new DepthSession({ ...plain, start: 1n << 80n })],
  ['a power of zero', () => new DepthSession({ ...plain, queue: { power: 0 } })],
  ['half a tick', () => new DepthSession(plain).place({ side: 'buy', price: 1.5, lots: 1 })],
  ['a time that goes back', () => new DepthSession(plain).elapse(-1)],
])('%s is refused', (_, attempt) => {
  expect(failure(attempt).code).toBe('INVALID_ARGUMENT')
})
