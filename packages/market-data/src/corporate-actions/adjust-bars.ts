import type { Bars, CorporateAction, Split } from '@neural-trader/core'
import { refuseFaultyBars } from '../validate/refuse-faulty-bars.ts'
import { actionError, checkActions } from './check-actions.ts'
import { type Factors, scaleBars } from './scale-bars.ts'

/**
 * What of a company's actions prices take account of: nothing (`raw`), splits (`split-adjusted`),
 * or splits and cash dividends (`total-return`).
 */
export type AdjustmentMode = 'raw' | 'split-adjusted' | 'total-return'

/** How bars are adjusted. */
export type AdjustBarsOptions = { readonly mode: AdjustmentMode }

/**
 * Bars without the jumps that corporate actions make, adjusted backwards: the newest bar keeps its
 * prices, and every action multiplies those of the bars before it.
 *
 * - A split multiplies earlier prices by `oldShares / newShares` and earlier volumes by its
 *   inverse.
 * - With `total-return`, a cash dividend D multiplies earlier prices by `1 - D / P`, P being the
 *   raw close of the bar before the ex-date (restated for splits and less dividends that came
 *   since). This is the multiplier of adjusted closes by CRSP's standards, as Yahoo Finance's help
 *   page on the adjusted close gives it and as LEAN's factor files hold it. The return over the
 *   ex-date is then `close / (P - D) - 1`: the dividend buys shares at P - D, at which the share
 *   goes ex. CRSP's holding period return, `(close + D) / P - 1`, keeps the dividend as cash over
 *   that day; the two agree to first order.
 *
 * Dividends change no volume, symbol changes and delistings nothing at all. Actions before the
 * first bar or after the last one change nothing, so that no bar is adjusted by what came after the
 * series. Adjusted prices are for returns and signals: orders were filled at raw prices.
 *
 * @param actions oldest first; see {@link CorporateAction} for what their times mean.
 * @throws NeuralTraderError the codes of `validateBars` for bars that are wrong; `DATA_NOT_FINITE`,
 * `DATA_NOT_POSITIVE`, `DATA_UNSORTED`, or `INVALID_ARGUMENT` for a dividend that is not less than
 * the close before it; each names the action by its row, from 1.
 */
export function adjustBars(
  bars: Bars,
  actions: readonly CorporateAction[],
  { mode }: AdjustBarsOptions,
): Bars {
  refuseFaultyBars(bars)
  checkActions(actions)
  if (mode === 'raw') return bars
  return scaleBars(bars, factorsOf(bars, actions, mode === 'total-return'))
}

/** The factors of every bar, from the newest to the oldest. */
function factorsOf(
  bars: Bars,
  actions: readonly CorporateAction[],
  withDividends: boolean,
): Factors {
  const price = new Float64Array(bars.time.length)
  const volume = new Float64Array(bars.time.length)
  const steps = stepsBefore(bars, actions, withDividends)
  let priceFactor = 1
  let volumeFactor = 1
  for (let row = price.length - 1; row >= 0; row--) {
    price[row] = priceFactor
    volume[row] = volumeFactor
    const step = steps.get(row)
    if (step === undefined) continue
    priceFactor *= step.price
    volumeFactor *= step.volume
  }
  return { price, volume }
}

type Step = {
  readonly price: number
  readonly volume: number
  /**
   * What the close before stands for after the actions so far: restated for splits, less dividends.
   */
  readonly close: number
}

/** What happened between each bar and the one before it, by the row of the later bar. */
function stepsBefore(
  bars: Bars,
  actions: readonly CorporateAction[],
  withDividends: boolean,
): ReadonlyMap<number, Step> {
  const steps = new Map<number, Step>()
  let row = 0
  for (const [index, action] of actions.entries()) {
    while (row < bars.time.length && bars.time[row]! <= action.time) row++
    if (row === 0 || row === bars.time.length) continue
    const step = steps.get(row) ?? { price: 1, volume: 1, close: bars.close[row - 1]! }
    if (action.type === 'split') steps.set(row, splitStep(step, action))
    if (action.type === 'cash-dividend') {
      const factor = dividendFactor(action.amount, step.close, index)
      const price = withDividends ? step.price * factor : step.price
      steps.set(row, { ...step, price, close: step.close - action.amount })
    }
  }
  return steps
}

function splitStep({ price, volume, close }: Step, { newShares, oldShares }: Split): Step {
  const ratio = newShares / oldShares
  return { price: price / ratio, volume: volume * ratio, close: close / ratio }
}

function dividendFactor(amount: number, close: number, index: number): number {
  if (amount < close) return 1 - amount / close
  throw actionError(
    'INVALID_ARGUMENT',
    index + 1,
    'amount',
    amount,
    `it is not less than ${close}, the close before the ex-date: give the money per share in the currency of the price, on the ex-date's shares`,
  )
}
