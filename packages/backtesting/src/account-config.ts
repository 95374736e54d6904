import type { CurrenciesSpec, MaintenanceSpec, RatesSpec, RunConfig } from '@neural-trader/engine'

import type { Currencies } from './currencies.ts'
import { marginTermsOf, type MarginTerms, type RateByInstrument } from './margin-terms.ts'
import type { BacktestOptions } from './options.ts'

type AccountConfig = Pick<
  RunConfig,
  'cash' | 'account' | 'margin' | 'maintenance' | 'financing' | 'settlementDays' | 'currencies'
>

type AccountOptions = Pick<
  BacktestOptions,
  'cash' | 'account' | 'leverage' | 'margin' | 'financing' | 'settlementDays' | 'currencies'
>

const usualScan = 0.15

/** The account of a run as the engine takes it. */
export function accountConfig(options: AccountOptions): AccountConfig {
  const { margin, financing, settlementDays, currencies } = options
  const terms = margin === undefined ? undefined : marginTermsOf(margin)
  return {
    cash: options.cash ?? 10_000,
    account: options.account ?? 'margin',
    margin: options.leverage === undefined ? initialMargin(terms) : 1 / options.leverage,
    ...(terms === undefined ? {} : { maintenance: maintenanceSpec(terms) }),
    ...(financing === undefined
      ? {}
      : {
          financing: {
            debitRate: financing.debitRate ?? 0,
            creditRate: financing.creditRate ?? 0,
            borrow: ratesSpec(financing.borrowRate ?? 0, 0),
            dayCount: financing.dayCount ?? 365,
          },
        }),
    ...(settlementDays === undefined ? {} : { settlementDays }),
    ...(currencies === undefined ? {} : { currencies: currenciesSpec(currencies) }),
  }
}

function currenciesSpec({ of, rates, convert, conversionCost = 0 }: Currencies): CurrenciesSpec {
  return {
    foreign: Object.entries(rates).map(([code, rate]) =>
      typeof rate === 'string'
        ? { code, rate, inverse: false }
        : { code, rate: rate.inverse, inverse: true },
    ),
    of: Object.entries(of).map(([instrument, code]) => ({ instrument, code })),
    convertFills: convert !== 'never',
    cost: conversionCost,
  }
}

/** The initial margin that goes with a model. */
function initialMargin(terms: MarginTerms | undefined): number {
  switch (terms?.model) {
    case 'reg-t':
      return 0.5
    case 'portfolio':
      return usualScan
    default:
      return 1
  }
}

function maintenanceSpec(terms: MarginTerms): MaintenanceSpec {
  const { warning = 1.1, buffer = 0.05, grace = 0 } = terms
  return { ...modelSpec(terms), warning, buffer, grace }
}

function modelSpec(
  terms: MarginTerms,
): Pick<MaintenanceSpec, 'model' | 'long' | 'short' | 'scan' | 'netting'> {
  switch (terms.model) {
    case 'fixed': {
      const { maintenance } = terms
      const sides =
        typeof maintenance === 'number' ? { long: maintenance, short: maintenance } : maintenance
      return { model: 'rates', ...sides }
    }
    case 'reg-t':
      return { model: 'rates', long: 0.25, short: 0.3 }
    case 'portfolio':
      return {
        model: 'scan',
        scan: ratesSpec(terms.scan ?? usualScan, usualScan),
        netting: terms.netting ?? true,
      }
  }
}

function ratesSpec(rates: RateByInstrument, standard: number): RatesSpec {
  if (typeof rates === 'number') return { standard: rates, own: [] }
  const own = Object.entries(rates).map(([instrument, rate]) => ({ instrument, rate }))
  return { standard, own }
}
