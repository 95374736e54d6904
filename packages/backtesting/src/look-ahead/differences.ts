import type { Future } from './futures.ts'
import type { Observation } from './observation.ts'
import type { Act } from './observed-strategy.ts'
import type { LookAheadFinding } from './report.ts'

/** Two runs that should agree before a step. */
export type Pair = {
  readonly whole: Observation
  readonly other: Observation
  /** The first step at which they may differ. */
  readonly until: number
}

/** A difference, before it is told in words. */
export type Difference = Omit<LookAheadFinding, 'message' | 'time' | 'future'>

/** Where two runs part first, by what the strategy is, saw, did and got, in this order. */
export function differences(pair: Pair): readonly Difference[] {
  const definition = definitionDifferences(pair)
  if (definition.length > 0) return definition
  const columns = columnDifferences(pair)
  if (columns.length > 0) return columns
  const act = actDifference(pair)
  if (act !== null) return [act]
  return [errorDifference(pair) ?? fillDifference(pair)].filter((each) => each !== null)
}

/** How far runs with another future have to agree. */
export function agreesUntil(whole: Observation, { kind, cut }: Future): number {
  const asksForEnd = kind === 'removed' && whole.askedForEnd >= 0
  return asksForEnd ? cut - 1 : cut
}

const nowhere = { place: null, instrument: null, step: null } as const

function definitionDifferences({ whole, other }: Pair): readonly Difference[] {
  const [one, two] = [whole.strategy, other.strategy]
  const names = [...new Set([...Object.keys(one.indicators), ...Object.keys(two.indicators)])]
  const found = names.map((name) =>
    definitionDifference(`indicator ${name}`, one.indicators[name], two.indicators[name]),
  )
  const rules = Array.from({ length: Math.max(one.rules?.length ?? 0, two.rules?.length ?? 0) })
  found.push(definitionDifference('the parameters', one.params, two.params))
  found.push(
    ...rules.map((_, index) =>
      definitionDifference(`rule ${index + 1}`, one.rules?.[index], two.rules?.[index]),
    ),
  )
  return found.filter((each) => each !== null)
}

function definitionDifference(subject: string, one: unknown, two: unknown): Difference | null {
  const [was, otherwise] = [one, two].map((value) => JSON.stringify(value) ?? 'not there')
  if (was === undefined || otherwise === undefined || was === otherwise) return null
  return { kind: 'definition', subject, ...nowhere, was, otherwise }
}

function columnDifferences({ whole, other, until }: Pair): readonly Difference[] {
  const time = whole.result?.time
  return whole.columns.flatMap((columns, series) => {
    const bars = whole.result?.bars[series]
    return Object.entries(columns).flatMap(([name, values]) => {
      const others = other.columns[series]?.[name] ?? new Float64Array()
      const end = bars === undefined ? 0 : rowsBefore(bars.time, time?.[until])
      const row = values.findIndex((value, at) => at < end && !Object.is(value, others[at]))
      if (row < 0 || bars === undefined) return []
      const step = time?.indexOf(bars.time[row]!) ?? row
      const [was, otherwise] = [String(values[row]), String(others[row] ?? 'not there')]
      const { instrument } = bars
      return [
        {
          kind: 'indicator',
          subject: name,
          place: null,
          instrument,
          step,
          was,
          otherwise,
        } as const,
      ]
    })
  })
}

function rowsBefore(time: BigInt64Array, instant: bigint | undefined): number {
  if (instant === undefined) return time.length
  const row = time.findIndex((each) => each >= instant)
  return row < 0 ? time.length : row
}

function actDifference({ whole, other, until }: Pair): Difference | null {
  const end = Math.min(until, other.failure?.step ?? until, whole.failure?.step ?? until)
  const count = Math.max(whole.acts.length, other.acts.length)
  for (let index = 0; index < count; index++) {
    const [one, two] = [before(whole.acts[index], end), before(other.acts[index], end)]
    if (one === undefined && two === undefined) return null
    if (!isSame(one, two)) return differenceOf(one, two)
  }
  return null
}

function before(act: Act | undefined, end: number): Act | undefined {
  return act !== undefined && act.step < end ? act : undefined
}

function isSame(one: Act | undefined, two: Act | undefined): boolean {
  return one?.step === two?.step && one?.text === two?.text && one?.instrument === two?.instrument
}

/** The earlier of two acts is the one at fault; at the same step the first. */
function differenceOf(one: Act | undefined, two: Act | undefined): Difference {
  const isFirst = two === undefined || (one !== undefined && one.step <= two.step)
  const act = (isFirst ? one : two) as Act
  const otherAct = isFirst ? two : one
  const counterpart = otherAct?.step === act.step ? otherAct.text : 'no order'
  const { subject, instrument, step, text } = act
  return {
    kind: 'order',
    subject,
    place: act.caller?.() ?? null,
    instrument,
    step,
    was: isFirst ? text : counterpart,
    otherwise: isFirst ? counterpart : text,
  }
}

function errorDifference({ whole, other, until }: Pair): Difference | null {
  const steps = [whole, other].map(({ failure }) => failure?.step ?? Infinity)
  const step = Math.min(...steps)
  if (!(step < until) || steps[0] === steps[1]) return null
  const [was = '', otherwise = ''] = [whole, other].map(
    ({ failure }) => failure?.error.message ?? 'no error',
  )
  return { kind: 'error', subject: 'onBar', place: null, instrument: null, step, was, otherwise }
}

/** The same orders, and yet other fills or another equity: what fills them looks ahead. */
function fillDifference({ whole, other, until }: Pair): Difference | null {
  const [one, two] = [whole.result, other.result]
  if (one === null || two === null) return null
  const equity = one.equity.findIndex((value, at) => at < until && value !== two.equity[at])
  if (equity < 0) return null
  return {
    kind: 'fill',
    subject: 'the fills',
    place: null,
    instrument: null,
    step: equity,
    was: `an equity of ${one.equity[equity]}`,
    otherwise: `one of ${two.equity[equity]}`,
  }
}
