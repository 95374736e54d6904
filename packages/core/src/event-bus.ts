/** What is told, by name of the event. */
export type EventMap = Readonly<Record<string, unknown>>

/** What hears an event. */
export type EventHandler<Payload> = (payload: Payload) => void

/** Stops a handler; calling it again does nothing. */
export type Unsubscribe = () => void

/**
 * Tells the parts of one process what happened. Handlers run synchronously, in the order in which
 * they subscribed, before `emit` returns. A handler that subscribes or leaves while an event is told
 * takes effect from the next event on, but one that has left is not called any more.
 */
export interface EventBus<Events extends object = EventMap> {
  /** Calls the handler at every event of this name. The same handler twice is two subscriptions. */
  on<Name extends keyof Events>(name: Name, handler: EventHandler<Events[Name]>): Unsubscribe
  /** Calls the handler at the next event of this name, and not again. */
  once<Name extends keyof Events>(name: Name, handler: EventHandler<Events[Name]>): Unsubscribe
  /** Ends every subscription of this handler to this name. */
  off<Name extends keyof Events>(name: Name, handler: EventHandler<Events[Name]>): void
  /**
   * Tells every handler.
   *
   * @throws what a handler threw, once all have been called; an `AggregateError` where several did.
   */
  emit<Name extends keyof Events>(name: Name, payload: Events[Name]): void
}

/** A bus of its own, typed by what it tells: `createEventBus<{ fill: Fill; halted: string }>()`. */
export function createEventBus<Events extends object = EventMap>(): EventBus<Events> {
  return new HandlerLists<Events>()
}

type Subscription = {
  readonly handler: EventHandler<never>
  readonly once: boolean
  active: boolean
}

class HandlerLists<Events extends object> implements EventBus<Events> {
  readonly #lists = new Map<keyof Events, readonly Subscription[]>()

  on<Name extends keyof Events>(name: Name, handler: EventHandler<Events[Name]>): Unsubscribe {
    return this.#add(name, handler, false)
  }

  once<Name extends keyof Events>(name: Name, handler: EventHandler<Events[Name]>): Unsubscribe {
    return this.#add(name, handler, true)
  }

  off<Name extends keyof Events>(name: Name, handler: EventHandler<Events[Name]>): void {
    for (const each of this.#of(name)) if (each.handler === handler) this.#remove(name, each)
  }

  emit<Name extends keyof Events>(name: Name, payload: Events[Name]): void {
    const errors: unknown[] = []
    for (const subscription of this.#of(name)) {
      if (!subscription.active) continue
      if (subscription.once) this.#remove(name, subscription)
      try {
        ;(subscription.handler as EventHandler<Events[Name]>)(payload)
      } catch (error) {
        errors.push(error)
      }
    }
    if (errors.length === 1) throw errors[0]
    if (errors.length > 1) {
      throw new AggregateError(errors, `${errors.length} handlers of "${String(name)}" threw`)
    }
  }

  #add(name: keyof Events, handler: EventHandler<never>, once: boolean): Unsubscribe {
    const subscription: Subscription = { handler, once, active: true }
    this.#lists.set(name, [...this.#of(name), subscription])
    return () => this.#remove(name, subscription)
  }

  /** Lists are replaced, never changed, so that an event being told is not disturbed. */
  #remove(name: keyof Events, subscription: Subscription): void {
    subscription.active = false
    const left = this.#of(name).filter((each) => each !== subscription)
    if (left.length === 0) this.#lists.delete(name)
    else this.#lists.set(name, left)
  }

  #of(name: keyof Events): readonly Subscription[] {
    return this.#lists.get(name) ?? []
  }
}
