import { NeuralTraderError, type Bars } from '@neural-trader/core'

import type { FillPolicy } from './assumptions.ts'
import type { BacktestOptions } from './options.ts'

type PolicyOptions = Partial<Pick<BacktestOptions, 'data' | 'fillPolicy' | 'quotes'>>

/**
 * When the market orders of a run fill: as the option says, or by the rule of the profile.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where quotes and policy do not go together.
 */
export function fillPolicyOf(
  options: PolicyOptions,
  rule: 'next-open' | 'by-bar-length',
): FillPolicy {
  const policy =
    options.fillPolicy ?? (rule === 'next-open' ? 'next-open' : policyByBarLength(options))
  const isQuoted = options.quotes !== undefined
  if (isQuoted === (policy === 'quote')) return policy
  const message = isQuoted
    ? `There are quotes, but fillPolicy is ${policy}, which does not read them: give fillPolicy quote or leave quotes out`
    : 'Option fillPolicy is quote, but there are no quotes: give quotes, or fillPolicy this-close'
  throw new NeuralTraderError('INVALID_ARGUMENT', message, {
    details: { field: isQuoted ? 'quotes' : 'fillPolicy', value: policy },
  })
}

/** Bars of a day and longer fill at the next open, shorter ones at their quote or else their close. */
function policyByBarLength({ data, quotes }: PolicyOptions): FillPolicy {
  const series: readonly Bars[] = data === undefined ? [] : 'time' in data ? [data] : data
  const daily = series.filter(({ timeframe }) => /[dwM]$/.test(timeframe))
  if (daily.length === series.length) return 'next-open'
  if (daily.length === 0) return quotes === undefined ? 'this-close' : 'quote'
  const [day, shorter] = [daily[0], series.find((bars) => !daily.includes(bars))]
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `Profile lean fills ${day?.instrument} (${day?.timeframe}) at the next open and ${shorter?.instrument} (${shorter?.timeframe}) at its close: give series of one length, or a fillPolicy`,
    { details: { field: 'fillPolicy', value: String(undefined) } },
  )
}
