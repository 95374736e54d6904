import type { BacktestResult } from '../src/index.ts'

/** A row of numbers by name; NaN where there is no value. */
export type Row = Readonly<Record<string, number>>

/** What the event log says of the lots and orders of a run. */
export type Replay = {
  readonly trades: readonly Row[]
  readonly openTrades: readonly Row[]
  readonly pendingOrders: readonly Row[]
}

type Order = {
  readonly id: number
  readonly lot: number
  readonly action: number
  readonly size: number
  readonly limit: number
  stop: number
  sl: number
  tp: number
}

type Lot = {
  readonly id: number
  size: number
  readonly step: number
  readonly price: number
  sl: number
  tp: number
}

type LogRecord = ReturnType<typeof recordAt>

const kinds = {
  submitted: 3,
  denied: 4,
  attached: 5,
  triggered: 6,
  filled: 7,
  cancelled: 8,
  expired: 9,
}

/**
 * Rebuilds lots, exits and waiting orders from the event log alone. `entries` names, for each order
 * that no lot is closed by, the action that gave it.
 */
export function replayLog(log: BacktestResult['log'], entries: readonly number[]): Replay {
  const replay = new LogReplay(entries)
  const view = new DataView(log.bytes().slice().buffer)
  for (let at = 0; at < view.byteLength; at += 64) replay.take(recordAt(view, at))
  return replay
}

class LogReplay implements Replay {
  readonly trades: Row[] = []
  readonly #orders = new Map<number, Order>()
  readonly #actions = new Map<number, number>()
  readonly #lots = new Map<number, Lot>()
  readonly #entries: Iterator<number>

  constructor(entries: readonly number[]) {
    this.#entries = entries[Symbol.iterator]()
  }

  take(record: LogRecord): void {
    if (record.kind === kinds.submitted || record.kind === kinds.denied) this.#submit(record)
    else if (record.kind === kinds.attached) this.#attach(record)
    else if (record.kind === kinds.triggered) this.#trigger(record)
    else if (record.kind === kinds.filled) this.#fill(record)
    else if (record.kind === kinds.cancelled || record.kind === kinds.expired) this.#end(record)
  }

  #submit(record: LogRecord): void {
    const { order: id, money: lot } = record
    const action = lot === 0 ? Number(this.#entries.next().value ?? Number.NaN) : Number.NaN
    this.#actions.set(id, action)
    if (record.kind === kinds.denied) return
    const { limit, stop } = record
    const nothing = { sl: Number.NaN, tp: Number.NaN }
    this.#orders.set(id, { id, lot, action, size: record.size, limit, stop, ...nothing })
    const open = this.#lots.get(lot)
    if (open === undefined) return
    if (!Number.isNaN(stop)) open.sl = stop
    if (!Number.isNaN(limit)) open.tp = limit
  }

  #attach(record: LogRecord): void {
    const order = this.#orders.get(record.order)
    if (order === undefined) return
    order.sl = record.stop
    order.tp = record.limit
  }

  #trigger(record: LogRecord): void {
    const order = this.#orders.get(record.order)
    if (order !== undefined) order.stop = Number.NaN
  }

  #end(record: LogRecord): void {
    const order = this.#orders.get(record.order)
    this.#orders.delete(record.order)
    const lot = this.#lots.get(order?.lot ?? 0)
    if (order === undefined || lot === undefined) return
    if (lot.sl === order.stop) lot.sl = Number.NaN
    if (lot.tp === order.limit) lot.tp = Number.NaN
  }

  #fill(record: LogRecord): void {
    const named = this.#orders.get(record.order)?.lot ?? 0
    if (record.completes) this.#orders.delete(record.order)
    const opposing = [...this.#lots.values()].find(({ size }) => size * record.size < 0)
    const lot = named === 0 ? (record.opens ? undefined : opposing) : this.#lots.get(named)
    if (lot === undefined) this.#open(record)
    else this.#close(lot, record)
  }

  #open({ order: id, size, step, price }: LogRecord): void {
    this.#lots.set(id, { id, size, step, price, sl: Number.NaN, tp: Number.NaN })
  }

  #close(lot: Lot, record: LogRecord): void {
    const whole = lot.size + record.size === 0
    this.trades.push({
      size: -record.size,
      entry_bar: lot.step,
      exit_bar: record.step,
      entry_price: lot.price,
      exit_price: record.price,
      sl: whole ? lot.sl : Number.NaN,
      tp: whole ? lot.tp : Number.NaN,
      action: this.#actions.get(lot.id) ?? Number.NaN,
    })
    lot.size += record.size
    if (whole) this.#lots.delete(lot.id)
  }

  get openTrades(): readonly Row[] {
    return [...this.#lots.values()].map(({ size, step, price, sl, tp }) => ({
      size,
      entry_bar: step,
      entry_price: price,
      sl,
      tp,
    }))
  }

  get pendingOrders(): readonly Row[] {
    return [...this.#orders.values()].map((order) => {
      const lot = this.#lots.get(order.lot)
      const attached = lot !== undefined && !(Number.isNaN(order.limit) && Number.isNaN(order.stop))
      const { limit, stop, sl, tp } = order
      const size = attached ? -lot.size : order.size
      return { size, limit, stop, sl, tp, is_contingent: Number(attached) }
    })
  }
}

/** A record of the log of an instrument with whole units and prices of nine decimals. */
function recordAt(view: DataView, at: number) {
  const price = (offset: number): number => {
    const ticks = Number(view.getBigInt64(at + offset, true))
    return ticks === 0 ? Number.NaN : ticks / 1e9
  }
  const kind = view.getUint8(at + 8)
  const detail = view.getUint8(at + 9)
  const quantity = Number(view.getBigInt64(at + 24, true))
  const isShare = kind !== kinds.filled && (detail & 0b1100) === 0b100
  return {
    kind,
    completes: (detail & 1) === 1,
    opens: (detail & 2) === 2,
    order: view.getUint32(at + 16, true),
    step: view.getUint32(at + 20, true),
    size: isShare ? quantity / 1e12 : quantity,
    price: price(32),
    limit: price(32),
    stop: price(40),
    money: Number(view.getBigInt64(at + 48, true)),
  }
}
