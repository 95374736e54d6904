import { readFileSync } from 'node:fs'

/** Of an order in the table of situations: what the engine's own test reads too. */
export type GivenOrder = {
  readonly step: number
  readonly lots?: number
  readonly target_lots?: number
  readonly share?: number
  readonly target_share?: number
  readonly limit?: number
  readonly stop?: number
  readonly time_in_force?: string
  readonly reduce_only?: boolean
  readonly stop_loss?: number
  readonly take_profit?: number
  readonly lot?: number
  readonly trail?: number
  readonly trail_share?: number
  readonly trail_limit?: number
  readonly touch?: number
  readonly to_limit?: boolean
  readonly post_only?: boolean
  readonly display?: number
  readonly oco?: number
  readonly parent?: number
  readonly expires_at?: number
}

/** New terms of an order. */
export type NewTerms = {
  readonly step: number
  readonly order: number
  readonly quantity?: number
  readonly limit?: number
  readonly stop?: number
}

/** What the company does before the bar of a step: one of the four. */
export type GivenAction = {
  readonly step: number
  readonly split?: readonly [number, number]
  readonly dividend?: number
  readonly delisted?: boolean
  readonly payment?: number
  readonly symbol?: string
}

/** A situation: bars, what is asked for, and what comes of it. */
export type Situation = {
  readonly name: string
  readonly config?: Readonly<Record<string, number | string | boolean>>
  readonly hours_per_step?: number
  readonly bars: readonly (readonly [number, number, number, number])[]
  /** Bid and ask at the close of each step, null where there is none. */
  readonly quotes?: readonly (readonly [number, number] | null)[]
  readonly orders: readonly GivenOrder[]
  readonly cancels?: readonly { readonly step: number; readonly order: number }[]
  readonly modifies?: readonly NewTerms[]
  readonly actions?: readonly GivenAction[]
  readonly volumes?: readonly number[]
  readonly exits?: unknown
  readonly sessions?: unknown
  readonly at_end?: string
  readonly fills: readonly (readonly [number, number, number, number])[]
  readonly ends: readonly (readonly [number, string])[]
  readonly refused_changes?: readonly (readonly [number, string])[]
  readonly cash?: string
  readonly held?: number
}

function tableOf(name: string): readonly Situation[] {
  const table = new URL(`../../../crates/testdata/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(table, 'utf8')) as readonly Situation[]
}

/** Situations under the rules of the profile `lean`. */
export const leanSituations: readonly Situation[] = tableOf('lean-situations')

const allSituations = ['order-situations', 'action-situations'].flatMap(tableOf)

/** Rules that a backtest has no option for; the engine's own test covers them. */
const rulesOfTheEngine = ['limit_fill', 'ruin']

/**
 * The situations that a strategy in TypeScript can be in: rules that are options, numbers it may
 * give, and orders it can name, which those that the engine places are not.
 */
export const situations: readonly Situation[] = allSituations.filter((situation) => {
  const { config = {}, orders, cancels = [], modifies = [] } = situation
  const isConfigured = rulesOfTheEngine.every((rule) => !(rule in config))
  const isDriven = !situation.exits && !situation.sessions && situation.at_end === undefined
  const numbers = [...orders, ...modifies].flatMap(({ step: _step, ...given }) =>
    Object.values(given),
  )
  const mayBeGiven =
    numbers.every((value) => value !== 0) &&
    modifies.every((change) => Object.keys(change).length > 2)
  const names = cancels.length + modifies.length + orders.filter((order) => order.parent).length
  const hasExits = orders.some((order) => order.stop_loss ?? order.take_profit)
  const isNamed = orders.every((order) => order.lot === undefined) && (names === 0 || !hasExits)
  return isConfigured && isDriven && mayBeGiven && isNamed
})
