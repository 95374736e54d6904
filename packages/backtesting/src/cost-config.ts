import type { FeeSpec, RunConfig, SlippageSpec } from '@neural-trader/engine'

import type { FeeModel } from './fee-model.ts'
import { feeModelOf } from './fee-presets.ts'
import type { BacktestOptions } from './options.ts'
import type { SlippageModel } from './slippage-model.ts'

type CostConfig = Pick<
  RunConfig,
  'feeRate' | 'feePerOrder' | 'fees' | 'spread' | 'slippage' | 'slippageModel' | 'maxVolumeShare'
>

type CostOptions = Pick<
  BacktestOptions,
  'fees' | 'feeRate' | 'feePerOrder' | 'spread' | 'slippage' | 'maxVolumeShare'
>

/** The costs of a run as the engine takes them. */
export function costConfig(options: CostOptions): CostConfig {
  const { fees, slippage = 0, maxVolumeShare } = options
  return {
    feeRate: options.feeRate ?? 0,
    feePerOrder: options.feePerOrder ?? 0,
    ...(fees === undefined ? {} : feeConfig(feeModelOf(fees))),
    spread: options.spread ?? 0,
    ...(typeof slippage === 'number' ? { slippage } : slippageConfig(slippage)),
    ...(maxVolumeShare === undefined ? {} : { maxVolumeShare }),
  }
}

function feeConfig(fees: FeeModel): Pick<CostConfig, 'feeRate' | 'fees'> {
  switch (fees.model) {
    case 'percent': {
      const { model: _model, rate, ...extras } = fees
      return { feeRate: rate, fees: { model: 'plain', ...extras } }
    }
    case 'per-order': {
      const { model: _model, amount, ...sales } = fees
      return { feeRate: 0, fees: { model: 'plain', minimum: amount, ...sales } }
    }
    default:
      return { feeRate: 0, fees: feeSpec(fees) }
  }
}

function feeSpec(fees: Exclude<FeeModel, { model: 'percent' | 'per-order' }>): FeeSpec {
  switch (fees.model) {
    case 'per-share': {
      const { perShare, ...extras } = fees
      return { ...extras, model: 'per-unit', perUnit: perShare }
    }
    case 'maker-taker':
      return fees
    case 'tiered': {
      const { by, tiers, ...extras } = fees
      return { ...extras, tieredBy: by, tiers: tiers.map(({ from, rate }) => ({ from, rate })) }
    }
  }
}

function slippageConfig(
  slippage: SlippageModel,
): Pick<CostConfig, 'slippage'> & { slippageModel?: SlippageSpec } {
  switch (slippage.model) {
    case 'none':
      return { slippage: 0 }
    case 'percent':
      return { slippage: slippage.fraction }
    case 'volume-share':
      return { slippage: 0, slippageModel: { impact: 0.1, limit: 0.025, ...slippage } }
    case 'square-root':
      return { slippage: 0, slippageModel: { coefficient: 1, ...slippage } }
    default:
      return { slippage: 0, slippageModel: slippage }
  }
}
