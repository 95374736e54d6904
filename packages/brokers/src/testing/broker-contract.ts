import type { Broker, BrokerEvent, BrokerOrder, BrokerOrderRequest } from '@neural-trader/core'
import { describe, expect, test } from 'vitest'

/** A broker with a market that the suite moves. */
export type BrokerUnderTest = {
  readonly broker: Broker
  /** An instrument that trades near `price`, in whole units; the account can pay for 10. */
  readonly instrument: string
  /** Lets the instrument trade at a price, so that market orders fill and limits are met. */
  readonly trade: (price: number) => void | Promise<void>
  readonly price: number
}

/** What every broker must do: run it with a maker of fresh ones, whose account is flat. */
export function testBrokerContract(
  name: string,
  open: () => BrokerUnderTest | Promise<BrokerUnderTest>,
): void {
  const connected = async () => {
    const opened = await open()
    await opened.broker.connect()
    await opened.trade(opened.price)
    const events: BrokerEvent[] = []
    opened.broker.subscribe((event) => events.push(event))
    const order = (given: Partial<BrokerOrderRequest> = {}): BrokerOrderRequest => ({
      clientOrderId: 'first',
      instrument: opened.instrument,
      side: 'buy',
      quantity: 10,
      ...given,
    })
    return { ...opened, events, order }
  }

  describe(`${name} is a broker`, () => {
    test('a market order fills, is told of, and is held', async () => {
      const { broker, events, order, trade, price } = await connected()
      await broker.submit(order())
      await trade(price)
      const filled = await broker.order('first')
      expect(filled).toMatchObject({ status: 'filled', filled: 10 })
      const fills = events.flatMap((event) => (event.type === 'fill' ? [event.fill] : []))
      expect(fills.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(10)
      expect(fills.every(({ clientOrderId }) => clientOrderId === 'first')).toBe(true)
      const positions = await broker.positions()
      expect(positions).toMatchObject([{ quantity: 10 }])
      expect(await broker.openOrders()).toEqual([])
    })

    test('a limit order waits, and is taken back', async () => {
      const { broker, events, order, trade, price } = await connected()
      await broker.submit(order({ limit: price / 2 }))
      await trade(price)
      expect(ids(await broker.openOrders())).toEqual(['first'])
      expect(await broker.cancel('first')).toMatchObject({ status: 'cancelled', filled: 0 })
      expect(await broker.openOrders()).toEqual([])
      expect(events.at(-1)).toMatchObject({ type: 'order', order: { status: 'cancelled' } })
    })

    test('an order that has ended stays as it is', async () => {
      const { broker, order, trade, price } = await connected()
      await broker.submit(order())
      await trade(price)
      expect(await broker.cancel('first')).toMatchObject({ status: 'filled', filled: 10 })
    })

    test('the same order again is not sent again', async () => {
      const { broker, order, trade, price } = await connected()
      await broker.submit(order())
      await broker.submit(order())
      await trade(price)
      await broker.submit(order())
      await trade(price)
      expect(await broker.positions()).toMatchObject([{ quantity: 10 }])
    })

    test('an id names one order', async () => {
      const { broker, order } = await connected()
      await broker.submit(order())
      const taken = broker.submit(order({ quantity: 5 }))
      await expect(taken).rejects.toMatchObject({ code: 'CLIENT_ORDER_ID_TAKEN' })
    })

    test('new terms take the place of the old', async () => {
      const { broker, order, trade, price } = await connected()
      await broker.submit(order({ limit: price / 2 }))
      expect(await broker.modify('first', { limit: price * 0.75 })).toMatchObject({
        status: 'working',
        limit: price * 0.75,
      })
      await trade(price * 0.6)
      expect(await broker.order('first')).toMatchObject({ status: 'filled' })
    })

    test('what the account cannot pay for does not fill', async () => {
      const { broker, order, trade, price } = await connected()
      await broker.submit(order({ quantity: 1_000_000 }))
      await trade(price)
      const refused = await broker.order('first')
      expect(['rejected', 'cancelled']).toContain(refused?.status)
      expect(refused?.reason).toMatch(/.+/)
      expect(await broker.positions()).toEqual([])
    })

    test('misuse is an error with a code', async () => {
      const { broker, order } = await connected()
      const code = (value: string) => ({ code: value })
      const none = broker.submit(order({ quantity: 0 }))
      await expect(none).rejects.toMatchObject(code('INVALID_ARGUMENT'))
      const nowhere = broker.submit(order({ instrument: 'NONE.XXXX' }))
      await expect(nowhere).rejects.toMatchObject(code('UNKNOWN_INSTRUMENT'))
      await expect(broker.cancel('none')).rejects.toMatchObject(code('UNKNOWN_ORDER'))
      expect(await broker.order('none')).toBeUndefined()
    })

    test('nothing is asked of it before it is connected', async () => {
      const { broker } = await open()
      await expect(broker.account()).rejects.toMatchObject({ code: 'BROKER_NOT_CONNECTED' })
      await broker.connect()
      await broker.connect()
      expect((await broker.account()).cash).toBeGreaterThan(0)
    })

    test('who no longer listens is not told', async () => {
      const { broker, order } = await connected()
      const heard: BrokerEvent[] = []
      broker.subscribe((event) => heard.push(event))()
      await broker.submit(order())
      expect(heard).toEqual([])
    })
  })
}

const ids = (orders: readonly BrokerOrder[]) => orders.map(({ clientOrderId }) => clientOrderId)
