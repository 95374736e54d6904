import { NeuralTraderError, type Bars, type Strategy } from '@neural-trader/core'

import {
  checkLookAheadOptions,
  rulesOf,
  seriesOf,
  type CheckLookAheadOptions,
} from './check-options.ts'
import { firstPlace } from './call-site.ts'
import { chooseCuts } from './choose-cuts.ts'
import { agreesUntil, differences, type Difference } from './differences.ts'
import { foreknowledge } from './foreknowledge.ts'
import { futuresAt, quotesBefore, withFuture, type Future } from './futures.ts'
import { oneAtATime, withInPlace } from './in-place.ts'
import { observe, type MakeStrategy, type Observation, type Setting } from './observation.ts'
import type { Outside, WorldSettings } from './pinned-world.ts'
import type { LookAheadFinding, LookAheadReport } from './report.ts'
import { likeness, toldOfFuture, toldOfRepetition } from './sentences.ts'

/**
 * Whether a strategy knows what it cannot know. It is run on data whose bars after a step are taken
 * away or go another way, and everything it was, saw and did before that step has to be the same;
 * and twice on the same data, which has to give the same run.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT`, `INVALID_STRATEGY`, `CANCELLED`, and what `backtest`
 * throws on the data as they are, except `LOOK_AHEAD`, which is a finding.
 */
export async function checkLookAhead(options: CheckLookAheadOptions): Promise<LookAheadReport> {
  checkLookAheadOptions(options)
  return await oneAtATime(async () => await new Check(options).run())
}

/** The time that strategies are told, unless it is what is changed: 2024-06-03 14:30 UTC. */
const world: WorldSettings = { randomSeed: 1, now: 1_717_425_000_000, tick: 0 }

/** Others: the chance of a strategy that asks for random numbers or the time and heeds them. */
const otherWorlds: Readonly<Record<Outside, readonly WorldSettings[]>> = {
  random: [
    { ...world, randomSeed: 2 },
    { ...world, randomSeed: 3 },
    { ...world, randomSeed: 4 },
  ],
  clock: [
    { ...world, now: world.now - 3_600_000 * 24 * 500, tick: 61_001 },
    { ...world, now: world.now + 41_234_567, tick: 7_654_321 },
    { ...world, now: world.now + 3_600_000 * 24 * 77, tick: 3_600_000 * 13 },
  ],
}

class Check {
  readonly #options: CheckLookAheadOptions
  readonly #data: readonly Bars[]
  readonly #rules: ReturnType<typeof rulesOf>
  readonly #findings = new Map<string, LookAheadFinding>()
  #runs = 0
  #refused = 0
  #time: BigInt64Array = new BigInt64Array()
  #name = ''

  constructor(options: CheckLookAheadOptions) {
    this.#options = options
    this.#data = seriesOf(options)
    this.#rules = rulesOf(options)
  }

  async run(): Promise<LookAheadReport> {
    const whole = await this.#observe(this.#make(), { world })
    this.#name = whole.strategy.name
    if (whole.failure !== null) return this.#report(0, this.#readsAhead(whole.failure))
    this.#time = whole.result?.time ?? this.#time
    await this.#repeat(whole)
    const { reload } = this.#options
    const base = reload === undefined ? whole : await this.#reloaded(whole)
    const unchecked = 'the future: no two runs can be compared until this is mended'
    if (base === null) return this.#report(0, unchecked)
    const cuts = await this.#changeFutures(base)
    if (this.#findings.size === 0) await this.#mirror(whole)
    return this.#report(cuts, null)
  }

  #make(): MakeStrategy {
    const { strategy } = this.#options
    return typeof strategy === 'function' ? strategy : () => strategy
  }

  async #observe(make: MakeStrategy, setting: Partial<Setting>): Promise<Observation> {
    this.#runs += 1
    return await observe(make, { data: this.#data, options: this.#rules, world, ...setting })
  }

  /** The first fault of a run on the data as they are: only a look ahead is a finding. */
  #readsAhead({ step, error }: NonNullable<Observation['failure']>): string {
    if (error.code !== 'LOOK_AHEAD') throw error
    const cause = error.cause instanceof Error ? error.cause : error
    this.#add({
      kind: 'future-read',
      subject: 'at',
      place: placeOutside(cause.stack ?? ''),
      instrument: null,
      step,
      time: null,
      was: cause.message,
      otherwise: 'nothing that has closed',
      future: null,
      message: `It asks for a bar that has not closed at step ${step}: ${cause.message}`,
    })
    return 'everything after this step: the run ends there'
  }

  /** Again on the same data, then with other random numbers and at another time if it asks for them. */
  async #repeat(whole: Observation): Promise<void> {
    const again = await this.#observe(this.#make(), {})
    this.#compare('state', whole, again)
    for (const outside of ['random', 'clock'] as const) {
      if (!whole.world.asked.has(outside)) continue
      for (const other of otherWorlds[outside]) {
        const run = await this.#observe(this.#make(), { world: other })
        if (this.#compare(outside, whole, run)) break
      }
    }
  }

  #compare(kind: 'state' | Outside, whole: Observation, other: Observation): boolean {
    const [found] = differences({ whole, other, until: Infinity })
    if (found === undefined) return false
    const place = kind === 'state' ? null : (whole.world.asked.get(kind)?.() ?? null)
    const message = toldOfRepetition(kind, found, this.#when(found))
    this.#add({ ...found, kind, place: place ?? found.place, time: null, future: null, message })
    return true
  }

  /** The strategy loaded anew, by which those of other futures are; null where that changes it. */
  async #reloaded(whole: Observation): Promise<Observation | null> {
    const loaded = await this.#observe(() => this.#load(this.#data, null), {})
    if (this.#findings.has('state')) return loaded
    return this.#compare('state', whole, loaded) ? null : loaded
  }

  async #changeFutures(whole: Observation): Promise<number> {
    const { cuts: count = 12, seed = 1, onProgress } = this.#options
    const isLeaking = [...this.#findings.values()].some(({ kind }) => kind === 'state')
    if (isLeaking && this.#options.reload === undefined) return 0
    const cuts = chooseCuts(whole, this.#time.length, { count, seed })
    for (const [turn, cut] of cuts.entries()) {
      for (const future of futuresAt(cut, this.#time[cut]!, { turn, seed })) {
        await this.#tryFuture(whole, future)
      }
      onProgress?.((turn + 1) / cuts.length)
    }
    return cuts.length
  }

  async #tryFuture(whole: Observation, future: Future): Promise<void> {
    const data = withFuture(this.#data, future, this.#rules.priceDecimals)
    const other = await this.#attempt(data, future)
    if (other === null) return
    const pair = { whole, other, until: agreesUntil(whole, future) }
    for (const found of differences(pair)) {
      const message = toldOfFuture(found, future, this.#when(found))
      const { kind, cut } = future
      this.#add({ ...found, time: null, future: { kind, cut }, message })
    }
  }

  /** A run with another future; null where the engine or the loading refuses the data. */
  async #attempt(data: readonly Bars[], future: Future): Promise<Observation | null> {
    const { reload, quotes } = this.#options
    const make = reload === undefined ? this.#make() : () => this.#load(data, future)
    const options =
      quotes === undefined || future.kind !== 'removed'
        ? this.#rules
        : { ...this.#rules, quotes: quotesBefore([quotes].flat(), future.time) }
    try {
      return await withInPlace(
        this.#data,
        data,
        async () => await this.#observe(make, { data, options }),
      )
    } catch (error) {
      const isRefusal = error instanceof NeuralTraderError && error.code !== 'CANCELLED'
      if (!isRefusal) throw error
      this.#refused += 1
      return null
    }
  }

  async #load(data: readonly Bars[], future: Future | null): Promise<Strategy> {
    const { reload } = this.#options
    if (reload === undefined) throw new NeuralTraderError('INTERNAL', 'There is nothing to reload')
    return await reload(data, future)
  }

  /** As it was loaded, on bars of which each is another. */
  async #mirror(whole: Observation): Promise<void> {
    const future: Future = { kind: 'mirrored', cut: 1, time: this.#time[1] ?? 0n, seed: 1 }
    const data = withFuture(this.#data, future, this.#rules.priceDecimals)
    const known = foreknowledge(whole, await this.#observe(this.#make(), { data }))
    if (known === null) return
    const [act] = whole.acts
    const same = `${Math.round(known.same * 100)} % of its orders are the same`
    const luck = `a t statistic of ${known.tStatistic.toFixed(1)} beyond the market`
    this.#add({
      kind: 'foreknowledge',
      subject: act?.subject ?? '',
      place: act?.caller?.() ?? null,
      instrument: act?.instrument ?? null,
      step: act?.step ?? null,
      time: null,
      was: luck,
      otherwise: same,
      future: { kind: 'mirrored', cut: 1 },
      message: `It does not follow the data it is given (on mirrored bars ${same}), and on the real ones it earns what chance does not give (${luck}): it was loaded with what comes`,
    })
  }

  #add(found: LookAheadFinding): void {
    const key = likeness(found)
    const before = this.#findings.get(key)
    if (before !== undefined && (before.step ?? 0) <= (found.step ?? 0)) return
    const time = found.step === null ? null : (this.#time[found.step] ?? null)
    this.#findings.set(key, { ...found, time })
  }

  #when({ step }: Difference): string {
    if (step === null) return 'the start'
    const time = this.#time[step]
    const text = time === undefined ? '' : new Date(Number(time / 1_000_000n)).toISOString()
    return `step ${step} (${text.replace(/T.*59\.999Z$/, '')})`
  }

  #report(cuts: number, unchecked: string | null): LookAheadReport {
    const findings = [...this.#findings.values()]
    const isStopped = findings.some(({ kind }) => kind === 'state') && cuts === 0
    return {
      strategy: this.#name,
      steps: this.#time.length,
      runs: this.#runs,
      cuts,
      refused: this.#refused,
      findings,
      unchecked:
        unchecked ??
        (isStopped ? 'the future: no two runs can be compared until this is mended' : null),
    }
  }
}

/** The first place in a stack that is not of ours. */
function placeOutside(stack: string): LookAheadFinding['place'] {
  const own = new URL('..', import.meta.url).href
  const ownPath = new URL('..', import.meta.url).pathname
  const lines = stack
    .split('\n')
    .filter((line) => !line.includes(`${own}run/`) && !line.includes(`${ownPath}run/`))
  return firstPlace(lines.slice(1).join('\n'))
}
