import { expect, test } from 'vitest'

import { createEventBus } from './event-bus.ts'

type Events = { fill: { quantity: number }; halted: string }

test('handlers hear their own events, in the order in which they subscribed', () => {
  const bus = createEventBus<Events>()
  const heard: string[] = []
  bus.on('fill', ({ quantity }) => heard.push(`first ${quantity}`))
  bus.on('halted', (reason) => heard.push(reason))
  bus.on('fill', ({ quantity }) => heard.push(`second ${quantity}`))
  bus.emit('fill', { quantity: 3 })
  expect(heard).toEqual(['first 3', 'second 3'])
  bus.emit('halted', 'ruin')
  expect(heard).toEqual(['first 3', 'second 3', 'ruin'])
})

test('an event that nobody hears is lost without a fault', () => {
  expect(() => createEventBus<Events>().emit('halted', 'nobody')).not.toThrow()
})

test('once is once, also when the handler tells the event again', () => {
  const bus = createEventBus<Events>()
  let calls = 0
  bus.once('halted', () => {
    calls += 1
    bus.emit('halted', 'again')
  })
  bus.emit('halted', 'first')
  bus.emit('halted', 'second')
  expect(calls).toBe(1)
})

test('unsubscribing ends one subscription, off all of a handler', () => {
  const bus = createEventBus<Events>()
  const heard: string[] = []
  const handler = (reason: string): void => void heard.push(reason)
  const stop = bus.on('halted', handler)
  bus.on('halted', handler)
  stop()
  stop()
  bus.emit('halted', 'one left')
  expect(heard).toEqual(['one left'])
  bus.once('halted', handler)
  bus.off('halted', handler)
  bus.emit('halted', 'none left')
  expect(heard).toEqual(['one left'])
})

test('a handler that leaves while an event is told is not called; one that joins waits', () => {
  const bus = createEventBus<Events>()
  const heard: string[] = []
  const late = (): void => void heard.push('late')
  const leaver = (): void => void heard.push('leaver')
  bus.on('halted', () => {
    bus.off('halted', leaver)
    bus.on('halted', late)
  })
  bus.on('halted', leaver)
  bus.emit('halted', 'now')
  expect(heard).toEqual([])
  bus.emit('halted', 'next')
  expect(heard).toEqual(['late'])
})

test('a handler that throws does not lose the others, and its error reaches the teller', () => {
  const bus = createEventBus<Events>()
  const failure = new Error('broken')
  const heard: string[] = []
  bus.on('halted', () => {
    throw failure
  })
  bus.on('halted', (reason) => heard.push(reason))
  expect(() => bus.emit('halted', 'ruin')).toThrow(failure)
  expect(heard).toEqual(['ruin'])
})

test('the errors of several handlers arrive together', () => {
  const bus = createEventBus<Events>()
  for (const message of ['one', 'two']) {
    bus.on('halted', () => {
      throw new Error(message)
    })
  }
  let thrown: unknown
  try {
    bus.emit('halted', 'ruin')
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(AggregateError)
  expect((thrown as AggregateError).errors.map(String)).toEqual(['Error: one', 'Error: two'])
  expect((thrown as AggregateError).message).toBe('2 handlers of "halted" threw')
})

test('names and payloads are typed', () => {
  const bus = createEventBus<Events>()
  // @ts-expect-error there is no event of this name
  bus.on('filled', () => undefined)
  // @ts-expect-error the payload of a fill has a quantity
  bus.emit('fill', { amount: 3 })
  expect(bus.on('fill', () => undefined)).toBeTypeOf('function')
})
