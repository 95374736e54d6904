import type {
  Column,
  Condition,
  Operand,
  Rule,
  Strategy,
  StrategyContext,
  Values,
} from '@neural-trader/core'
import { bars, crossedAbove, crossedBelow, ema, highest, rsi, sma } from '@neural-trader/features'
import { syntheticBars } from '@neural-trader/market-data'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { backtest } from './backtest.ts'
import type { BacktestOptions } from './options.ts'

const columns = {
  close: bars.close,
  open: bars.open,
  average: sma(bars.close, { period: 3 }),
  smooth: ema(sma(bars.close, { period: 2 }), { period: 4 }),
  highest: highest(bars.high, { period: 5 }),
  rsi: rsi(bars.close, { period: 3 }),
}

type Name = keyof typeof columns

const anyColumn = fc.constantFrom(...Object.values(columns))
const anyOperand: fc.Arbitrary<Operand> = fc.oneof(
  anyColumn,
  anyColumn,
  fc.constantFrom(29, 30, 50),
)

const anyComparison = fc
  .tuple(fc.constantFrom('crossedAbove', 'crossedBelow', 'above', 'below'), anyOperand, anyOperand)
  .map(([op, left, right]): Condition => ({ op, left, right }))

const { condition: anyCondition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    anyComparison,
    fc.record({ op: fc.constant('position'), is: fc.constantFrom('flat', 'long', 'short') }),
    fc.record({
      op: fc.constantFrom('and', 'or'),
      conditions: fc.array(tie('condition'), { maxLength: 3 }),
    }),
    fc.record({ op: fc.constant('not'), condition: tie('condition') }),
  ),
}))

const anyRule: fc.Arbitrary<Rule> = fc.record({
  when: anyCondition,
  then: fc.record(
    {
      targetPercent: fc.constantFrom(1, 0.5, 0, -0.75, -1),
      stopLoss: fc.constantFrom(0.01, 0.05),
      takeProfit: fc.constantFrom(0.01, 0.04),
    },
    { requiredKeys: ['targetPercent'] },
  ),
})

const anyAccount = fc.constantFrom<Partial<BacktestOptions>>(
  { account: 'cash' },
  { account: 'margin' },
  { account: 'margin', leverage: 3 },
)

const anyTerms: fc.Arbitrary<Partial<BacktestOptions>> = fc.record({
  fillPolicy: fc.constantFrom('next-open', 'this-close'),
  feeRate: fc.constantFrom(0, 0.002),
  profile: fc.constantFrom('neural-trader', 'backtesting.py'),
  closeAtEnd: fc.boolean(),
  quantityDecimals: fc.constantFrom(0, 3),
})

const constant = (value: number): Values => ({ value, at: () => value })

/** The rules read once more in TypeScript, bar by bar. */
class Reader {
  readonly #context: StrategyContext<Name>
  readonly #values: ReadonlyMap<Column, Values>

  constructor(context: StrategyContext<Name>) {
    this.#context = context
    const { indicators } = context
    const names = Object.keys(columns) as Name[]
    this.#values = new Map(names.map((name) => [columns[name], indicators[name]]))
  }

  holds(condition: Condition): boolean {
    const { position } = this.#context
    switch (condition.op) {
      case 'and':
        return condition.conditions.every((each) => this.holds(each))
      case 'or':
        return condition.conditions.some((each) => this.holds(each))
      case 'not':
        return !this.holds(condition.condition)
      case 'position':
        return { flat: position.isFlat, long: position.isLong, short: position.isShort }[
          condition.is
        ]
      default:
        return this.#compares(condition.op, this.#read(condition.left), this.#read(condition.right))
    }
  }

  #compares(
    op: 'crossedAbove' | 'crossedBelow' | 'above' | 'below',
    left: Values,
    right: Values,
  ): boolean {
    switch (op) {
      case 'above':
        return left.value > right.value
      case 'below':
        return left.value < right.value
      case 'crossedAbove':
        return crossedAbove(left, right)
      case 'crossedBelow':
        return crossedBelow(left, right)
    }
  }

  #read(operand: Operand): Values {
    if (typeof operand === 'number') return constant(operand)
    const values = this.#values.get(operand)
    if (values === undefined) throw new Error('the column is not declared')
    return values
  }
}

function written(rules: readonly Rule[]): Strategy<Name> {
  return {
    name: 'random',
    params: {},
    indicators: columns,
    onBar(context) {
      const reader = new Reader(context)
      const acting = rules.filter((rule) => reader.holds(rule.when))
      for (const { then } of acting) {
        const { targetPercent, stopLoss, takeProfit } = then
        context.orders.targetPercent(targetPercent, {
          ...(stopLoss === undefined ? {} : { stopLossPercent: stopLoss }),
          ...(takeProfit === undefined ? {} : { takeProfitPercent: takeProfit }),
        })
      }
    },
  }
}

test('any rules, under any options, have one log in Rust and in TypeScript', async () => {
  let filled = 0
  const anyRules = fc.array(anyRule, { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(
      anyRules,
      anyAccount,
      anyTerms,
      fc.nat(1000),
      async (rules, account, terms, seed) => {
        const data = syntheticBars({ seed, bars: 300, timeframe: '1d', price: 30, tick: 0.5 })
        const options = { data, ...account, ...terms }
        const declared: Strategy = { name: 'random', params: {}, indicators: columns, rules }
        const inRust = await backtest({ ...options, strategy: declared })
        const inTypeScript = await backtest({ ...options, strategy: written(rules) })
        expect(inTypeScript.log.hash).toBe(inRust.log.hash)
        expect(inTypeScript.equity).toEqual(inRust.equity)
        filled += inRust.fills.step.length
      },
    ),
    { numRuns: 300 },
  )
  expect(filled).toBeGreaterThan(1_000)
})
