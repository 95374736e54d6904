import { viewSlot, type Session } from '@neural-trader/engine'

import type { CommandWriter } from './command-writer.ts'

/** Shows a strategy the steps of a block until it speaks; returns how many it saw. */
export type Ask = (first: number, length: number) => number

/** Who asks a fill model about the step in hand, and writes its fills as commands. */
export interface ModelAsker {
  answer(step: number): void
}

/** Who is asked: the strategy, and where there is one the fill model. */
export type Asked = { readonly ask: Ask; readonly asker?: ModelAsker | undefined }

/** The pull loop: a block of steps, the strategy on each, and its orders back at the next pull. */
export class PullLoop {
  step = 0
  readonly #session: Session
  readonly #writer: CommandWriter
  readonly #ask: Ask
  readonly #asker: ModelAsker | undefined

  constructor(session: Session, writer: CommandWriter, { ask, asker }: Asked) {
    this.#session = session
    this.#writer = writer
    this.#ask = ask
    this.#asker = asker
  }

  /** Goes on by about `steps`; true at the end. */
  advance(steps: number): boolean {
    const { view, next } = this.#session
    const until = this.step + steps
    while (this.step < until) {
      const length = next()
      const first = view[viewSlot.first] as number
      if (length === 0) {
        if (view[viewSlot.asked] === 0) return true
        this.#asker?.answer(first)
        this.#send(0)
        continue
      }
      const consumed = this.#ask(first, length)
      this.step = first + consumed
      this.#send(consumed)
    }
    return false
  }

  /** What the next pull reads: steps that were looked at, and the commands given at the last. */
  #send(consumed: number): void {
    const { view } = this.#session
    view[viewSlot.consumed] = consumed
    view[viewSlot.commands] = this.#writer.count
    this.#writer.count = 0
  }
}
