import { NeuralTraderError, type Bars, type Quotes, type Trades } from '@neural-trader/core'
import { runDeclarative, type Outcome, type RunConfig } from '@neural-trader/engine'

import { actionSpecs } from './corporate-actions.ts'
import { conventionsOf, type Conventions, type Measures } from './measures.ts'
import { checkOptions, type BacktestOptions } from './options.ts'
import { fillsOnBars, fillsOnQuotes } from './check-fill-model.ts'
import { checkStrategy } from './check-strategy.ts'
import {
  assumptionsOf,
  type BacktestSeries,
  profiles,
  runConfig,
  runSeries,
  withProfile,
} from './profiles.ts'
import type {
  AccountEvents,
  ActionTable,
  BacktestResult,
  EventLog,
  FillTable,
  OrderTable,
  TradeTable,
} from './result.ts'
import { firstRowFrom } from './run/first-asked.ts'
import { runTypeScript, type FinishedRun } from './run/run-typescript.ts'
import { runData } from './ticks/run-data.ts'
import { tickConfig } from './ticks/tick-config.ts'
import { runTicks } from './ticks/run-ticks.ts'
import { tickData } from './ticks/tick-data.ts'

/**
 * Runs a strategy over historical bars, or over quotes and trades.
 *
 * Orders decided at the close of a bar fill at the open of the next unless told otherwise; a strategy
 * sees nothing that has not closed; the same inputs give the same event log, to the byte, whether the
 * strategy is declarative or TypeScript.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for an option, a `DATA_...` code for the bars,
 * `INVALID_STRATEGY` for one without a name or anything to do, `INVALID_PARAMETER` for an indicator,
 * `STRATEGY_FAILED` or `LOOK_AHEAD` for the strategy, `FILL_MODEL_FAILED` or `INVALID_FILL` for the
 * fill model, `CANCELLED` when the signal is aborted.
 */
export async function backtest(given: BacktestOptions): Promise<BacktestResult> {
  checkOptions(given)
  const data = runData(given)
  checkStrategy(given.strategy, data.kind)
  return data.kind === 'bars' ? overBars(given, data.bars) : overTicks(given, data.ticks)
}

async function overBars(given: BacktestOptions, bars: readonly Bars[]): Promise<BacktestResult> {
  const options = { ...withProfile(given), data: bars }
  const config = { ...runConfig(options), actions: actionSpecs(options, bars) }
  const series = runSeries(options, bars)
  const finished = await run(options, config, series)
  options.onProgress?.(1)
  return resultOf(options, bars, assumptionsOf(options, config, series), finished)
}

async function overTicks(
  options: BacktestOptions,
  ticks: readonly (Quotes | Trades)[],
): Promise<BacktestResult> {
  const data = tickData(ticks, options)
  const own = data.bars.slice(0, data.instruments.length)
  const config = { ...tickConfig(options), actions: actionSpecs(options, own) }
  const fillModel = fillsOnQuotes(options.fillModel) ? options.fillModel : undefined
  const finished = await runTicks(config, data, { strategy: options.strategy, fillModel }, options)
  options.onProgress?.(1)
  const assumptions = assumptionsOf(options, config, data.instruments)
  return resultOf(options, own, assumptions, finished)
}

async function run(
  options: BacktestOptions,
  config: RunConfig,
  series: readonly BacktestSeries[],
): Promise<FinishedRun> {
  const { strategy } = options
  const { settle } = profiles[options.profile ?? 'neural-trader']
  if (strategy.rules === undefined) {
    const fillModel = fillsOnBars(options.fillModel) ? options.fillModel : undefined
    return runTypeScript(config, series, strategy, { ...options, settle, fillModel }, options)
  }
  const [only] = series
  if (only === undefined || series.length > 1) {
    throw new NeuralTraderError(
      'INVALID_ARGUMENT',
      `Declarative strategy "${strategy.name}" runs on one series, not ${series.length}: give one, or use onBar`,
      { details: { series: series.length } },
    )
  }
  const { tradeFrom } = options
  const startAt = tradeFrom === undefined ? 0 : firstRowFrom(only.bars, tradeFrom)
  const declared = { columns: strategy.indicators, rules: strategy.rules, settle, startAt }
  const { outcome, start } = await runDeclarative(config, only, declared, options)
  return { outcome, start, time: only.bars.time }
}

function resultOf(
  options: BacktestOptions,
  bars: readonly Bars[],
  assumptions: BacktestResult['assumptions'],
  { outcome, start, time }: FinishedRun,
): BacktestResult {
  const { strategy } = options
  return new LazyResult({
    strategy: {
      name: strategy.name,
      params: strategy.params,
      form: strategy.rules === undefined ? 'typescript' : 'declarative',
    },
    bars,
    time,
    assumptions,
    outcome,
    firstTradable: Math.max(0, start - profiles[options.profile ?? 'neural-trader'].settle),
    overrides: { ...options.conventions },
  })
}

type Parts = Pick<BacktestResult, 'strategy' | 'time' | 'firstTradable' | 'assumptions'> & {
  readonly bars: readonly Bars[]
  readonly outcome: Outcome
  readonly overrides: Readonly<Record<string, number | string>>
}

/** A result whose tables and measures are made in Rust when they are first read. */
class LazyResult implements BacktestResult {
  readonly strategy: BacktestResult['strategy']
  readonly bars: readonly Bars[]
  readonly time: BigInt64Array
  readonly equity: Float64Array
  readonly firstTradable: number
  readonly assumptions: BacktestResult['assumptions']
  readonly #parts: Parts
  #fills: FillTable | undefined
  #trades: TradeTable | undefined
  #orders: OrderTable | undefined
  #account: AccountEvents | undefined
  #actions: ActionTable | undefined
  #measured: { measures: Measures; conventions: Conventions } | undefined
  #log: EventLog | undefined

  readonly holding = (instrument: number): Float64Array => {
    const close = this.bars[instrument]?.close ?? new Float64Array()
    const factors = this.#parts.outcome.holdingFactors(instrument)
    return factors === null ? close : close.map((price, row) => price * factors[row]!)
  }

  constructor(parts: Parts) {
    this.strategy = parts.strategy
    this.bars = parts.bars
    this.time = parts.time
    this.equity = parts.outcome.takeEquity()
    this.firstTradable = parts.firstTradable
    this.assumptions = parts.assumptions
    this.#parts = parts
  }

  get fills(): FillTable {
    return (this.#fills ??= this.#parts.outcome.fills())
  }

  get trades(): TradeTable {
    return (this.#trades ??= this.#parts.outcome.trades())
  }

  get orders(): OrderTable {
    return (this.#orders ??= this.#parts.outcome.orders() as OrderTable)
  }

  get account(): AccountEvents {
    return (this.#account ??= this.#parts.outcome.account())
  }

  get actions(): ActionTable {
    return (this.#actions ??= this.#parts.outcome.actions() as ActionTable)
  }

  get refusals(): Readonly<Record<string, number>> {
    return this.#parts.outcome.refusals()
  }

  get totalFunding(): number {
    return this.#parts.outcome.totalFunding()
  }

  get measures(): Measures {
    return this.#measure().measures
  }

  get conventions(): Conventions {
    return this.#measure().conventions
  }

  get log(): EventLog {
    const { outcome } = this.#parts
    return (this.#log ??= {
      hash: outcome.logHash(),
      records: outcome.logRecords(),
      bytes: () => outcome.logBytes(),
    })
  }

  #measure(): { measures: Measures; conventions: Conventions } {
    const { outcome, overrides } = this.#parts
    return (this.#measured ??= outcome.measure({
      time: this.time,
      equity: this.equity,
      firstTradable: this.firstTradable,
      profile: conventionsOf(this.assumptions.profile),
      overrides,
    }) as unknown as { measures: Measures; conventions: Conventions })
  }
}
