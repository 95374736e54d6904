import { viewSlot, type Session } from '@neural-trader/engine'

import type { CommandWriter } from './command-writer.ts'

/** Shows a strategy the steps of a block until it speaks; returns how many it saw. */
export type Ask = (first: number, length: number) => number

/** The pull loop: a block of steps, the strategy on each, and its orders back at the next pull. */
export class PullLoop {
  step = 0
  readonly #session: Session
  readonly #writer: CommandWriter
  readonly #ask: Ask

  constructor(session: Session, writer: CommandWriter, ask: Ask) {
    this.#session = session
    this.#writer = writer
    this.#ask = ask
  }

  /** Goes on by about `steps`; true at the end. */
  advance(steps: number): boolean {
    const { view, next } = this.#session
    const writer = this.#writer
    const until = this.step + steps
    while (this.step < until) {
      const length = next()
      if (length === 0) return true
      const first = view[viewSlot.first] as number
      const consumed = this.#ask(first, length)
      this.step = first + consumed
      view[viewSlot.consumed] = consumed
      view[viewSlot.commands] = writer.count
      writer.count = 0
    }
    return false
  }
}
