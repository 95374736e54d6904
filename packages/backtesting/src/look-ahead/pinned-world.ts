import { seededRandom } from '@neural-trader/core'

import { callerOf, type Caller } from './call-site.ts'

/** What a strategy can know beside its data: chance and the clock. */
export type Outside = 'random' | 'clock'

/** The random numbers and the time that a strategy gets. */
export type WorldSettings = {
  readonly randomSeed: number
  /** Milliseconds since the epoch at the first question, and how many go by until the next. */
  readonly now: number
  readonly tick: number
}

/**
 * `Math.random` and the clock as settings have them, while a strategy's own code runs; they are put
 * back after each call of it, so that nobody else gets them. Remembers who asked first.
 */
export class PinnedWorld {
  readonly asked: Map<Outside, Caller> = new Map()
  readonly #random: () => number
  readonly #date: DateConstructor
  readonly #now: () => number
  readonly #performanceNow: () => number

  constructor({ randomSeed, now, tick }: WorldSettings) {
    const bits = seededRandom(randomSeed)
    let questions = 0
    this.#now = () => now + tick * questions++
    this.#random = this.#noting('random', () => bits() / 2 ** 32)
    this.#performanceNow = this.#noting('clock', () => this.#now() % 1e9)
    this.#date = this.#pinnedDate()
  }

  /** Runs code of the strategy in this world; it has to be synchronous. */
  within<Result>(work: () => Result): Result {
    const { random } = Math
    const { Date } = globalThis
    const own = Object.getOwnPropertyDescriptor(performance, 'now')
    Math.random = this.#random
    globalThis.Date = this.#date
    performance.now = this.#performanceNow
    try {
      return work()
    } finally {
      Math.random = random
      globalThis.Date = Date
      if (own === undefined) Reflect.deleteProperty(performance, 'now')
      else Object.defineProperty(performance, 'now', own)
    }
  }

  #noting(outside: Outside, give: () => number): () => number {
    const noting = (): number => {
      if (!this.asked.has(outside)) this.asked.set(outside, callerOf(noting))
      return give()
    }
    return noting
  }

  /** `Date` whose present is ours; dates of given times are as ever. */
  #pinnedDate(): DateConstructor {
    const { asked } = this
    const now = this.#now
    const note = (callee: (...args: never[]) => unknown): void => {
      if (!asked.has('clock')) asked.set('clock', callerOf(callee))
    }
    const pinnedNow = (): number => {
      note(pinnedNow)
      return now()
    }
    const handler: ProxyHandler<DateConstructor> = {
      construct(target, args: []) {
        if (args.length > 0) return Reflect.construct(target, args) as object
        note(handler.construct as never)
        return new target(now())
      },
      apply(target) {
        note(handler.apply as never)
        return new target(now()).toString()
      },
      get: (target, key) => (key === 'now' ? pinnedNow : (Reflect.get(target, key) as unknown)),
    }
    return new Proxy(Date, handler)
  }
}
