import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { expect, test } from 'vitest'

import { detach, detachAll, failure, plainBars, plainConfig } from '../test/plain-bars.ts'
import { runDeclarative, type DeclarativeStrategy } from './declarative-session.ts'
import {
  commandSlot,
  commandStride,
  instrumentStride,
  openSession,
  viewSlot,
  type Session,
} from './session.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const pulls = 1_000_000
const seriesOf = (bars = plainBars(10)) => ({ bars, priceDecimals: 2, quantityDecimals: 0 })

function restingBuy(session: Session): void {
  const { commands, view } = session
  commands.fill(Number.NaN, 0, commandStride)
  commands[commandSlot.operation] = 1
  commands[commandSlot.instrument] = 0
  commands[commandSlot.sizeKind] = 0
  commands[commandSlot.size] = 1
  commands[commandSlot.limit] = 1
  commands[commandSlot.timeInForce] = 0
  commands[commandSlot.reduceOnly] = 0
  commands[commandSlot.order] = 0
  view[viewSlot.consumed] = 1
  view[viewSlot.commands] = 1
}

/** Pulls bar by bar to the end, and says how the heap grew, before and after a collection. */
function pullThrough(session: Session): { pulled: number; grown: number; kept: number } {
  const { next, view } = session
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  let pulled = 0
  while (next() > 0) {
    view[viewSlot.consumed] = 1
    view[viewSlot.commands] = 0
    pulled += 1
  }
  const grown = process.memoryUsage().heapUsed - before
  collectGarbage()
  return { pulled, grown, kept: process.memoryUsage().heapUsed - before }
}

test('a million pulls of a silent strategy leave the JavaScript heap unchanged', () => {
  pullThrough(openSession(plainConfig, [seriesOf(plainBars(10_000))], [0]))
  const { pulled, grown, kept } = pullThrough(
    openSession(plainConfig, [seriesOf(plainBars(pulls))], [0]),
  )
  expect(pulled).toBe(pulls)
  expect(grown).toBeLessThan(1_000_000)
  expect(kept).toBeLessThan(1_000_000)
})

test('a million pulls with an order at the venue leave the JavaScript heap unchanged', () => {
  const session = openSession(plainConfig, [seriesOf(plainBars(pulls))], [0])
  session.next()
  restingBuy(session)
  expect(session.next()).toBe(1)
  expect(session.view[viewSlot.working]).toBe(1)
  session.view[viewSlot.commands] = 0
  const { pulled, grown, kept } = pullThrough(session)
  expect(pulled).toBe(pulls - 2)
  expect(session.view[viewSlot.working]).toBe(1)
  expect(grown).toBeLessThan(1_000_000)
  expect(kept).toBeLessThan(1_000_000)
})

test('the view shows the block, the account, the row in hand and the marks', () => {
  const bars = plainBars(10)
  const session = openSession(plainConfig, [seriesOf(bars)], [3])
  const { view, marks, start } = session
  expect(start).toBe(3)
  expect(marks).toBe(viewSlot.instruments + instrumentStride)
  expect(session.next()).toBeGreaterThan(0)
  expect([view[viewSlot.first], view[viewSlot.cash], view[viewSlot.working]]).toEqual([
    3, 10_000, 0,
  ])
  expect([...view.subarray(viewSlot.instruments, marks)]).toEqual([3, 0, Number.NaN])
  expect(view[marks]).toBe(10_000)
  expect(session.stepTimes()).toEqual(bars.time)
})

test('a finished session ends, and can not be finished again', () => {
  const session = openSession(plainConfig, [seriesOf()], [0])
  session.finish()
  expect(session.next()).toBe(0)
  expect(failure(() => session.finish())).toMatchObject({ code: 'INVALID_ARGUMENT' })
})

test('the engine has its own copy: what happens to the columns afterwards is not seen', () => {
  const hashOf = (spoil: (bars: ReturnType<typeof plainBars>) => void): string => {
    const bars = plainBars(100)
    const session = openSession(plainConfig, [seriesOf(bars)], [0])
    session.next()
    restingBuy(session)
    spoil(bars)
    while (session.next() > 0) {
      session.view[viewSlot.consumed] = 1
      session.view[viewSlot.commands] = 0
    }
    return session.finish().logHash()
  }
  const untouched = hashOf(() => undefined)
  expect(hashOf((bars) => bars.low.fill(0.5))).toBe(untouched)
  expect(hashOf(detachAll)).toBe(untouched)
})

test('a series with a detached column is refused', () => {
  const bars = plainBars(10)
  detach(bars.close)
  expect(failure(() => openSession(plainConfig, [seriesOf(bars)], [0])).code).toBe(
    'DATA_LENGTH_MISMATCH',
  )
})

const level = { left: { column: 'close' }, right: 103 } as const
const busy: DeclarativeStrategy = {
  columns: {},
  rules: [
    { when: { op: 'crossedAbove', ...level }, then: { targetPercent: 1 } },
    { when: { op: 'crossedBelow', ...level }, then: { targetPercent: 0 } },
  ],
  settle: 0,
}

test('a declarative run whose columns are taken away between two slices says so', async () => {
  const bars = plainBars(600_000)
  const running = runDeclarative(plainConfig, seriesOf(bars), busy, {
    onProgress: () => detachAll(bars),
  })
  await expect(running).rejects.toMatchObject({ code: 'DATA_LENGTH_MISMATCH' })
})

test('a declarative run stops when its signal is aborted', async () => {
  const control = new AbortController()
  const done: number[] = []
  const running = runDeclarative(plainConfig, seriesOf(plainBars(600_000)), busy, {
    signal: control.signal,
    onProgress: (share) => {
      done.push(share)
      control.abort(new Error('enough'))
    },
  })
  await expect(running).rejects.toMatchObject({
    code: 'CANCELLED',
    cause: expect.objectContaining({ message: 'enough' }) as unknown,
  })
  expect(done).toEqual([262_144 / 600_000])
})
