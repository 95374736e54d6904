import type { VectorbtCase } from './vectorbt-case.ts'

/** What is to be done at a bar, once signals that contradict each other are settled. */
export type Signals = {
  readonly long: boolean
  readonly exitLong: boolean
  readonly short: boolean
  readonly exitShort: boolean
  /** Whether the whole position goes, even where exits take a part of it. */
  readonly isWhole?: boolean
}

/** The signals of a bar as that library settles them for the position held: conflicts first. */
export function settledSignals(
  each: VectorbtCase,
  { column, row }: { readonly column: number; readonly row: number },
  held: number,
): Signals {
  const { options } = each
  const given = signalsAt(each, column, row)
  const rule = (name: string): string => String(options[name] ?? 'ignore')
  const [long, exitLong] = settlePair(given.long, given.exitLong, rule('upon_long_conflict'), held)
  const [short, exitShort] = settlePair(
    given.short,
    given.exitShort,
    rule('upon_short_conflict'),
    held,
  )
  const sides = settleSides({ long, exitLong, short, exitShort }, rule('upon_dir_conflict'), held)
  return settleOpposite(sides, String(options['upon_opposite_entry'] ?? 'reversereduce'), held)
}

function signalsAt({ input, options }: VectorbtCase, column: number, row: number): Signals {
  const is = (name: string): boolean => Boolean(input[name]?.[column]?.[row])
  const [entry, exit] = [is('entries'), is('exits')]
  const [none, both] = [false, input['short_entries'] !== undefined]
  if (both) {
    const [short, exitShort] = [is('short_entries'), is('short_exits')]
    return { long: entry, exitLong: exit, short, exitShort }
  }
  switch (options['direction'] ?? 'longonly') {
    case 'shortonly':
      return { long: none, exitLong: none, short: entry, exitShort: exit }
    case 'both':
      return { long: entry, exitLong: none, short: exit, exitShort: none }
    default:
      return { long: entry, exitLong: exit, short: none, exitShort: none }
  }
}

/** Entry and exit of one side on one bar. */
function settlePair(entry: boolean, exit: boolean, rule: string, held: number): [boolean, boolean] {
  if (!entry || !exit) return [entry, exit]
  if (rule === 'entry') return [true, false]
  if (rule === 'exit') return [false, true]
  if (rule === 'ignore' || held === 0) return [false, false]
  return rule === 'adjacent' ? [true, false] : [false, true]
}

/** Entries of both sides on one bar. */
function settleSides(signals: Signals, rule: string, held: number): Signals {
  if (!signals.long || !signals.short) return signals
  const isLong =
    rule === 'long' || (rule === 'adjacent' && held > 0) || (rule === 'opposite' && held < 0)
  const isShort =
    rule === 'short' || (rule === 'adjacent' && held < 0) || (rule === 'opposite' && held > 0)
  return { ...signals, long: isLong, short: isShort }
}

/** An entry against the position held. */
function settleOpposite(signals: Signals, rule: string, held: number): Signals {
  const against = (held > 0 && signals.short) || (held < 0 && signals.long)
  const isWhole = rule === 'reverse' || rule === 'close'
  if (!against) return signals
  if (rule.startsWith('reverse')) return { ...signals, isWhole }
  const closes = rule.startsWith('close')
  return held > 0
    ? { ...signals, isWhole, short: false, exitLong: closes || signals.exitLong }
    : { ...signals, isWhole, long: false, exitShort: closes || signals.exitShort }
}
