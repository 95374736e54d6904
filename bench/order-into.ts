import { commandSlot, commandStride, tickSlot, type TickReplay } from '@neural-trader/engine'

/** Writes an order that the next chunk takes: lots with their sign, and a limit unless at market. */
export function orderInto(
  { view, commands }: TickReplay,
  lots: number,
  limit: number = Number.NaN,
): void {
  const count = view[tickSlot.commands] ?? 0
  const at = count * commandStride
  commands.fill(Number.NaN, at, at + commandStride)
  commands[at + commandSlot.operation] = 1
  commands[at + commandSlot.instrument] = 0
  commands[at + commandSlot.sizeKind] = 0
  commands[at + commandSlot.size] = lots
  commands[at + commandSlot.limit] = limit
  commands[at + commandSlot.timeInForce] = 0
  commands[at + commandSlot.reduceOnly] = 0
  commands[at + commandSlot.order] = 0
  commands[at + commandSlot.hasTerms] = 0
  view[tickSlot.commands] = count + 1
}
