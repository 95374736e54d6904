import type { FeeModel } from './fee-model.ts'

/** Fee schedules that go by a name. */
export type FeePresetName =
  | 'interactive-brokers-fixed'
  | 'interactive-brokers-tiered'
  | 'lean-interactive-brokers'
  | 'alpaca'
  | 'binance-spot'
  | 'binance-futures'

/**
 * Published schedules of brokers and exchanges, in the currency they are quoted in. Schedules change:
 * each entry names its source and the date it is of; give a model of your own where yours differs.
 */
export const feePresets: Readonly<Record<FeePresetName, FeeModel>> = {
  /**
   * Interactive Brokers, stocks and ETFs in the United States, fixed: 0.005 USD a share, at least 1
   * USD and at most 1 % of the value per order. Without what regulators charge on sales.
   * Source: interactivebrokers.com/en/pricing/commissions-stocks.php, 2025.
   */
  'interactive-brokers-fixed': {
    model: 'per-share',
    perShare: 0.005,
    minimum: 1,
    maximumShare: 0.01,
  },
  /**
   * Interactive Brokers, stocks and ETFs in the United States, tiered by the shares of the month: at
   * least 0.35 USD and at most 1 % of the value per order. Without the fees of exchanges, clearing
   * and regulators that are passed on.
   * Source: interactivebrokers.com/en/pricing/commissions-stocks.php, 2025.
   */
  'interactive-brokers-tiered': {
    model: 'tiered',
    by: 'units',
    tiers: [
      { from: 0, rate: 0.0035 },
      { from: 300_000, rate: 0.002 },
      { from: 3_000_000, rate: 0.0015 },
      { from: 20_000_000, rate: 0.001 },
      { from: 100_000_000, rate: 0.0005 },
    ],
    minimum: 0.35,
    maximumShare: 0.01,
  },
  /**
   * What LEAN charges for stocks in the United States by default: 0.005 USD a share, at least 1 USD and
   * at most 0.5 % of the value per order; the minimum holds where it is more. Source: LEAN, 2026.
   */
  'lean-interactive-brokers': {
    model: 'per-share',
    perShare: 0.005,
    minimum: 1,
    maximumShare: 0.005,
    minimumPrevails: true,
  },
  /**
   * Alpaca, stocks and ETFs in the United States: no commission; on sales the SEC's 27.80 USD per
   * million and FINRA's trading activity fee of 0.000166 USD a share, at most 8.30 USD a trade.
   * Source: alpaca.markets fee schedule with the rates of May 2024; the SEC set its rate to 0 in May
   * 2025.
   */
  alpaca: {
    model: 'per-order',
    amount: 0,
    saleRate: 0.0000278,
    salePerUnit: 0.000166,
    salePerUnitMaximum: 8.3,
  },
  /**
   * Binance spot, regular user, without the discount for paying in BNB: 0.1 % either way.
   * Source: binance.com/en/fee/trading, 2025.
   */
  'binance-spot': { model: 'maker-taker', maker: 0.001, taker: 0.001 },
  /**
   * Binance USDⓈ-M futures, regular user, without the discount for paying in BNB: 0.02 % for makers,
   * 0.05 % for takers. Source: binance.com/en/fee/futureFee, 2025.
   */
  'binance-futures': { model: 'maker-taker', maker: 0.0002, taker: 0.0005 },
}

/** The names of the schedules. */
export const feePresetNames = Object.keys(feePresets) as readonly FeePresetName[]

/** The model that an option stands for: itself, or the schedule of this name. */
export function feeModelOf(fees: FeeModel | FeePresetName): FeeModel {
  return typeof fees === 'string' ? feePresets[fees] : fees
}
