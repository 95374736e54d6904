import type { BrokerEvent, BrokerOrder, BrokerOrderRequest } from '@neural-trader/core'
import type { LogTable } from '@neural-trader/engine'

/** An order of the venue: how it stands, and the numbers it is known by. */
export type TrackedOrder = {
  order: BrokerOrder
  /** What it was sent as. */
  readonly request: BrokerOrderRequest
  /** Place among the orders that were sent, from 1; 0 where the venue made it itself. */
  readonly sequence: number
  /** Lots filled. */
  lots: number
  /** Sum of lots times price. */
  value: number
}

const ended: ReadonlySet<string> = new Set(['filled', 'cancelled', 'expired', 'rejected'])

/** Whether an order works on. */
function isOpen({ status }: BrokerOrder): boolean {
  return !ended.has(status)
}

/** The orders of a venue, as its event log tells of them. */
export class TrackedOrders {
  readonly #byId = new Map<string, TrackedOrder>()
  readonly #byNumber = new Map<number, TrackedOrder>()
  readonly #instruments: readonly string[]
  readonly #lotsPerUnit: number

  constructor(instruments: readonly string[], quantityDecimals: number) {
    this.#instruments = instruments
    this.#lotsPerUnit = 10 ** quantityDecimals
  }

  get(clientOrderId: string): TrackedOrder | undefined {
    return this.#byId.get(clientOrderId)
  }

  open(): readonly BrokerOrder[] {
    return [...this.#byId.values()].map(({ order }) => order).filter(isOpen)
  }

  /** An order that was sent, by the number that the log has for it. */
  add(number: number, sequence: number, request: BrokerOrderRequest): TrackedOrder {
    const order: BrokerOrder = {
      ...request,
      venueOrderId: String(number),
      status: 'pending',
      filled: 0,
      averagePrice: Number.NaN,
    }
    const tracked = { order, request, sequence, lots: 0, value: 0 }
    this.#byId.set(request.clientOrderId, tracked)
    this.#byNumber.set(number, tracked)
    return tracked
  }

  /** What the records of a log mean for whoever sent the orders. */
  eventsOf(table: LogTable): readonly BrokerEvent[] {
    return Array.from(table.event, (_, row) => this.#take(table, row)).flat()
  }

  #take(table: LogTable, row: number): readonly BrokerEvent[] {
    const number = table.order[row] as number
    if (number === 0) return []
    const tracked = this.#byNumber.get(number) ?? this.#made(table, row, number)
    const reason = table.reason[row] as string
    switch (table.event[row]) {
      case 'submission':
        return changed(tracked, { status: 'working' })
      case 'denial':
        return changed(tracked, { status: 'rejected', reason })
      case 'cancellation':
        return changed(tracked, { status: 'cancelled', reason })
      case 'expiry':
        return changed(tracked, { status: 'expired', reason })
      case 'modification':
        return changed(tracked, this.#newTerms(table, row))
      case 'refusal':
      case 'cancel-refusal':
        return [{ type: 'refusal', clientOrderId: tracked.order.clientOrderId, reason }]
      case 'fill':
        return this.#fill(tracked, table, row)
      default:
        return []
    }
  }

  /** An order of the venue's own, such as what closes a ruined account. */
  #made(table: LogTable, row: number, number: number): TrackedOrder {
    return this.add(number, 0, {
      clientOrderId: `venue-${number}`,
      instrument: this.#instruments[table.instrument[row] as number] as string,
      side: table.side[row] === 'sell' ? 'sell' : 'buy',
      quantity: Math.abs(Number(table.quantity[row])),
    })
  }

  #newTerms(table: LogTable, row: number): Partial<BrokerOrder> {
    const [quantity, limit, stop] = [table.quantity[row], table.price[row], table.stop[row]]
    return {
      ...(quantity ? { quantity: Math.abs(Number(quantity)) } : {}),
      ...(limit ? { limit: Number(limit) } : {}),
      ...(stop ? { stop: Number(stop) } : {}),
    }
  }

  #fill(tracked: TrackedOrder, table: LogTable, row: number): readonly BrokerEvent[] {
    const quantity = Math.abs(Number(table.quantity[row]))
    const price = Number(table.price[row])
    const lots = Math.round(quantity * this.#lotsPerUnit)
    tracked.lots += lots
    tracked.value += lots * price
    const { clientOrderId, instrument, side, quantity: asked } = tracked.order
    const isWhole = tracked.lots >= Math.round(asked * this.#lotsPerUnit)
    const time = table.time[row] as bigint
    const fee = Number(table.money[row])
    const fill = { clientOrderId, instrument, side, quantity, price, fee, time }
    const state = changed(tracked, {
      status: isWhole ? 'filled' : 'partially-filled',
      filled: tracked.lots / this.#lotsPerUnit,
      averagePrice: tracked.value / tracked.lots,
    })
    return [{ type: 'fill', fill }, ...state]
  }
}

function changed(tracked: TrackedOrder, change: Partial<BrokerOrder>): readonly BrokerEvent[] {
  tracked.order = { ...tracked.order, ...change }
  return [{ type: 'order', order: tracked.order }]
}
