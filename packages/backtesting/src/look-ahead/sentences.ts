import type { Difference } from './differences.ts'
import type { Future } from './futures.ts'
import type { LookAheadFinding, LookAheadKind } from './report.ts'

const happened: Readonly<Record<Future['kind'], string>> = {
  removed: 'are taken away',
  scaled: 'are scaled up',
  mirrored: 'fall where they rose',
  walk: 'are a random walk instead',
  reversed: 'run backwards',
  'shuffled-volume': 'trade other volumes at the same prices',
}

/** What to do about a finding of each kind, for people. */
export const remedies: Readonly<Record<LookAheadKind, string>> = {
  order:
    'Decide by what the context gives (its columns, indicators, account), which ends at the bar in hand; arrays and files of your own hold the bars to come.',
  indicator: 'Compute the column from its own and earlier bars alone.',
  definition:
    'Choose parameters and rules before the test, or by walk-forward, not by the whole sample.',
  fill: 'Let the fill model decide by the bar that it is asked about and those before it.',
  error: 'Do not rely on bars that may not be there yet.',
  'future-read': 'Ask at(0) for the bar in hand and at(1) for the one before.',
  state:
    'Keep state inside the run: export a function that makes the strategy, with its variables inside.',
  random: 'Draw from a seeded generator that is made with the strategy (seededRandom of core).',
  clock: 'Take the time from the context (time.milliseconds), not from the clock of the machine.',
  network: 'Fetch what you need into a file once, and give it to the run as data.',
  foreknowledge: 'Take prices from the context: what it was loaded with holds the bars to come.',
}

/** A difference under another future, told. */
export function toldOfFuture(found: Difference, { kind, cut }: Future, when: string): string {
  const condition = `when the bars from ${cut} on ${happened[kind]}`
  const { subject, was, otherwise, instrument } = found
  switch (found.kind) {
    case 'order':
      return `The order at ${when} depends on later bars: ${was} with all of them known, ${otherwise} ${condition}`
    case 'indicator':
      return `Indicator ${subject} of ${instrument} at ${when} depends on later bars: it is ${was}, but ${otherwise} ${condition}`
    case 'definition':
      return `The strategy is made from the whole sample: ${subject} is ${was}, but ${otherwise} ${condition}`
    case 'error':
      return `Whether onBar throws at ${when} depends on later bars: ${was} with all of them known, ${otherwise} ${condition}`
    default:
      return `The orders are the same, but ${subject} before ${when} are not: ${was}, but ${otherwise} ${condition}`
  }
}

/** A difference of two runs on the same data, told. */
export function toldOfRepetition(
  kind: 'state' | 'random' | 'clock',
  { was, otherwise }: Difference,
  when: string,
): string {
  const told = `at ${when} ${was}, then ${otherwise}`
  switch (kind) {
    case 'state':
      return `Two runs on the same data differ: ${told}. Something outside of the run decides, kept from one to the next or drawn anew`
    case 'random':
      return `It acts on random numbers that no seed repeats: with others, ${told}`
    case 'clock':
      return `It acts on the clock of the machine: at another time, ${told}`
  }
}

/** A finding is one of many alike when kind, subject and place are the same. */
export function likeness({ kind, subject, place }: LookAheadFinding): string {
  return `${kind} ${subject} ${place?.file}:${place?.line}`
}
