import { crossedAbove, crossedBelow, sma } from '@neural-trader/features'
import { defineStrategy, int, type IntSpec, type StrategyFactory } from '@neural-trader/strategies'

/** A moving average cross in TypeScript, which throws where it is asked to. */
export const crossOnBar: StrategyFactory<{ fast: IntSpec; slow: IntSpec; bad: IntSpec }> =
  defineStrategy({
    name: 'cross-on-bar',
    params: {
      fast: int({ default: 3, min: 2 }),
      slow: int({ default: 9, min: 3 }),
      bad: int({ default: -1 }),
    },
    check: ({ fast, slow }) => (fast < slow ? undefined : 'fast must be below slow'),
    indicators: ({ close }, { fast, slow }) => ({
      fast: sma(close, { period: fast }),
      slow: sma(close, { period: slow }),
    }),
    onBar: ({ indicators: { fast, slow }, orders, step }, { bad }) => {
      if (step === bad) throw new Error('asked to throw')
      if (crossedAbove(fast, slow)) orders.targetPercent(1)
      if (crossedBelow(fast, slow)) orders.targetPercent(-1)
    },
  })

export { crossOnBar as strategy }
