import {
  NeuralTraderError,
  type CloseOptions,
  type CurrencyPair,
  type ExitOptions,
  type OrderChange,
  type OrderNumber,
  type OrderOptions,
  type Orders,
  type Values,
} from '@neural-trader/core'
import { commandSlot as slot, commandStride } from '@neural-trader/engine'
import { hasTerms, writeTerms } from './order-terms.ts'
import { fraction, placeOfCurrency, positive, wrong } from './order-values.ts'

// The time of a GTD order makes it one.
const timeInForceCode = { GTC: 0, DAY: 1, IOC: 2, FOK: 3, GTD: 0, OPEN: 5, CLOSE: 6 } as const

type SizeKind = 0 | 1 | 2 | 3

/** The engine keeps amounts within this. */
const mostMoney = 1e15

/** Writes what a strategy orders into the buffer that the next pull reads. */
export class CommandWriter {
  /** Commands written since the last pull. */
  count = 0
  readonly #buffer: Float64Array
  readonly #currencies: readonly string[]
  #submitted = 0

  /** The currencies are the foreign ones of the account, in the order of its configuration. */
  constructor(buffer: Float64Array, currencies: readonly string[] = []) {
    this.#buffer = buffer
    this.#currencies = currencies
  }

  submit(
    instrument: number,
    sizeKind: SizeKind,
    size: number,
    options: OrderOptions,
    lot: OrderNumber,
  ): OrderNumber {
    const at = this.#begin(1, instrument)
    const buffer = this.#buffer
    buffer[at + slot.sizeKind] = sizeKind
    buffer[at + slot.size] = size
    buffer[at + slot.limit] = positive('limit', options.limit)
    buffer[at + slot.stop] = positive('stop', options.stop)
    buffer[at + slot.timeInForce] = timeInForceCode[options.timeInForce ?? 'GTC']
    buffer[at + slot.reduceOnly] = options.reduceOnly ? 1 : 0
    buffer[at + slot.stopLoss] = positive('stopLoss', options.stopLoss)
    buffer[at + slot.takeProfit] = positive('takeProfit', options.takeProfit)
    buffer[at + slot.stopLossShare] = fraction('stopLossPercent', options.stopLossPercent, 1)
    buffer[at + slot.takeProfitShare] = fraction(
      'takeProfitPercent',
      options.takeProfitPercent,
      1000,
    )
    buffer[at + slot.order] = lot
    buffer[at + slot.hasTerms] = 0
    if (hasTerms(options)) {
      writeTerms(options, { buffer, at, submitted: this.#submitted })
      buffer[at + slot.hasTerms] = 1
    }
    this.count += 1
    this.#submitted += 1
    return this.#submitted
  }

  cancel(instrument: number, order: OrderNumber): void {
    this.#mustExist('cancel', order)
    const at = this.#begin(2, instrument)
    this.#buffer[at + slot.order] = order
    this.count += 1
  }

  cancelAll(instrument: number): void {
    this.#begin(3, instrument)
    this.count += 1
  }

  setExits(instrument: number, order: OrderNumber, exits: ExitOptions): void {
    this.#mustExist('setExits', order)
    const at = this.#begin(4, instrument)
    this.#buffer[at + slot.stopLoss] = exitPrice('stopLoss', exits.stopLoss)
    this.#buffer[at + slot.takeProfit] = exitPrice('takeProfit', exits.takeProfit)
    this.#buffer[at + slot.order] = order
    this.count += 1
  }

  modify(instrument: number, order: OrderNumber, change: OrderChange): void {
    this.#mustExist('modify', order)
    const at = this.#begin(6, instrument)
    this.#buffer[at + slot.size] = positive('quantity', change.quantity)
    this.#buffer[at + slot.limit] = positive('limit', change.limit)
    this.#buffer[at + slot.stop] = positive('stop', change.stop)
    this.#buffer[at + slot.order] = order
    this.count += 1
  }

  /** Closes a part of the position, or of the lot that an order opened; 0 names no order. */
  close(instrument: number, order: OrderNumber, portion: number): OrderNumber {
    if (order !== 0) this.#mustExist('closeLot', order)
    const at = this.#begin(5, instrument)
    this.#buffer[at + slot.size] = portionOf(portion)
    this.#buffer[at + slot.order] = order
    this.count += 1
    this.#submitted += 1
    return this.#submitted
  }

  /** The share of equity that the next {@link rebalance} brings an instrument to. */
  weigh(instrument: number, share: number): void {
    const at = this.#begin(10, instrument)
    this.#buffer[at + slot.size] = share
    this.count += 1
  }

  rebalance(tolerance: number, leastTrade: number, keepsOthers: boolean): void {
    const at = this.#begin(11, 0)
    this.#buffer[at + slot.leastTrade] = leastTrade
    this.#buffer[at + slot.tolerance] = tolerance
    this.#buffer[at + slot.keepsOthers] = keepsOthers ? 1 : 0
    this.count += 1
  }

  /** What a fill model gives to an order, by the number the engine knows it by. */
  fill(instrument: number, order: number, price: number, quantity: number): void {
    const at = this.#begin(12, instrument)
    this.#buffer[at + slot.size] = quantity
    this.#buffer[at + slot.limit] = price
    this.#buffer[at + slot.order] = order
    this.count += 1
  }

  convert(amount: number, { from, to }: CurrencyPair): void {
    const places = [from, to].map((code) => placeOfCurrency('convert', code, this.#currencies))
    if (!(amount > 0 && amount <= mostMoney)) {
      throw wrong('convert', amount, `an amount above 0 and at most ${mostMoney}`)
    }
    if (places[0] === places[1]) {
      throw wrong(
        'convert',
        from ?? 'no currency',
        'two currencies, or one and leave out the other',
      )
    }
    const at = this.#begin(13, 0)
    this.#buffer[at + slot.from] = places[0] as number
    this.#buffer[at + slot.to] = places[1] as number
    this.#buffer[at + slot.size] = amount
    this.count += 1
  }

  #mustExist(method: string, order: OrderNumber): void {
    if (Number.isInteger(order) && order >= 1 && order <= this.#submitted) return
    throw wrong(method, order, 'the number of an order that was submitted')
  }

  /** Where the next command goes. It counts only once it is whole: a value may be refused. */
  #begin(operation: number, instrument: number): number {
    const capacity = this.#buffer.length / commandStride
    if (this.count === capacity) {
      throw new NeuralTraderError(
        'INVALID_ARGUMENT',
        `More than ${capacity} commands at one step: give fewer`,
      )
    }
    const at = this.count * commandStride
    this.#buffer[at + slot.operation] = operation
    this.#buffer[at + slot.instrument] = instrument
    return at
  }
}

/** The orders of one instrument, as a strategy gives them. */
export class InstrumentOrders implements Orders {
  readonly #writer: CommandWriter
  readonly #instrument: number
  readonly #quantityDecimals: number
  readonly #close: Pick<Values, 'value'>

  constructor(
    writer: CommandWriter,
    instrument: number,
    quantityDecimals: number,
    close: Pick<Values, 'value'>,
  ) {
    this.#writer = writer
    this.#instrument = instrument
    this.#quantityDecimals = quantityDecimals
    this.#close = close
  }

  buy(quantity: number, options: OrderOptions = {}): OrderNumber {
    return this.#submit(0, this.#units('buy', quantity), options)
  }

  sell(quantity: number, options: OrderOptions = {}): OrderNumber {
    return this.#submit(0, -this.#units('sell', quantity), options)
  }

  buyPercent(share: number, options: OrderOptions = {}): OrderNumber {
    return this.#submit(1, shareOfPower('buyPercent', share), options)
  }

  sellPercent(share: number, options: OrderOptions = {}): OrderNumber {
    return this.#submit(1, -shareOfPower('sellPercent', share), options)
  }

  targetPercent(share: number, options: OrderOptions = {}): OrderNumber {
    return this.#submit(3, within('targetPercent', share, 1000), options)
  }

  targetQuantity(quantity: number, options: OrderOptions = {}): OrderNumber {
    return this.#submit(2, within('targetQuantity', quantity, Number.MAX_SAFE_INTEGER), options)
  }

  targetValue(value: number, options: OrderOptions = {}): OrderNumber {
    within('targetValue', value, Number.MAX_SAFE_INTEGER)
    const { value: price } = this.#close
    if (Number.isNaN(price)) throw wrong('targetValue', value, 'it once the instrument has a price')
    return this.targetQuantity(value / price, options)
  }

  close({ portion = 1 }: CloseOptions = {}): OrderNumber {
    return this.#writer.close(this.#instrument, 0, portion)
  }

  closeLot(order: OrderNumber, { portion = 1 }: CloseOptions = {}): OrderNumber {
    if (order === 0) throw wrong('closeLot', order, 'the number of an order that was submitted')
    return this.#writer.close(this.#instrument, order, portion)
  }

  setExits(order: OrderNumber, exits: ExitOptions): void {
    this.#writer.setExits(this.#instrument, order, exits)
  }

  modify(order: OrderNumber, change: OrderChange): void {
    if (change.quantity !== undefined) this.#units('modify', change.quantity)
    this.#writer.modify(this.#instrument, order, change)
  }

  cancel(order: OrderNumber): void {
    this.#writer.cancel(this.#instrument, order)
  }

  cancelAll(): void {
    this.#writer.cancelAll(this.#instrument)
  }

  convert(amount: number, between: CurrencyPair): void {
    this.#writer.convert(amount, between)
  }

  #submit(sizeKind: SizeKind, size: number, options: OrderOptions): OrderNumber {
    if (options.display !== undefined) this.#units('display', options.display)
    return this.#writer.submit(this.#instrument, sizeKind, size, options, 0)
  }

  /** A quantity finer than a lot is refused: rounding it would trade what nobody asked for. */
  #units(method: string, quantity: number): number {
    const lots = quantity * 10 ** this.#quantityDecimals
    if (!(quantity > 0 && quantity < Infinity))
      throw wrong(method, quantity, 'a number of units above 0')
    if (Math.abs(lots - Math.round(lots)) > 1e-9 * lots) {
      throw wrong(
        method,
        quantity,
        `at most ${this.#quantityDecimals} decimals, or set quantityDecimals`,
      )
    }
    return quantity
  }
}

function shareOfPower(method: string, share: number): number {
  if (share > 0 && share <= 1) return share
  throw wrong(method, share, 'a share above 0 and at most 1')
}

function within(method: string, value: number, limit: number): number {
  if (Math.abs(value) <= limit) return value
  throw wrong(method, value, `a number from ${-limit} to ${limit}`)
}

/** Where an exit goes: NaN leaves it where it is, 0 takes it back. */
function exitPrice(option: string, value: number | null | undefined): number {
  return value === null ? 0 : positive(option, value)
}

function portionOf(portion: number): number {
  if (portion > 0 && portion <= 1) return portion
  throw wrong('portion', portion, 'a part above 0 and at most 1')
}
