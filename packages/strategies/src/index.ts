export { declarativeSchema } from './kit/declarative-schema.ts'
export type {
  ConditionJson,
  DeclarativeJson,
  IndicatorJson,
  OperandJson,
  RuleJson,
} from './kit/declarative-schema.ts'
export { defineStrategy } from './kit/define-strategy.ts'
export type {
  BarSources,
  DeclarativeDefinition,
  StrategyFactory,
  TypeScriptDefinition,
} from './kit/define-strategy.ts'
export { allowed, flag, float, int, paramsSchema } from './kit/params.ts'
export type {
  FlagSpec,
  FloatSpec,
  IntSpec,
  ParamSpec,
  ParamSpecs,
  ParamValues,
} from './kit/params.ts'
export { above, and, below, isFlat, isLong, isShort, not, or, when } from './kit/rules.ts'
export { strategyFromJson } from './kit/strategy-from-json.ts'
export { equalWeights, topInstruments } from './kit/universe.ts'
export { bollingerBreakout } from './ready/bollinger-breakout.ts'
export { buyAndHold } from './ready/buy-and-hold.ts'
export { donchianBreakout } from './ready/donchian-breakout.ts'
export { macdTrend } from './ready/macd-trend.ts'
export { createStrategy, findStrategy, readyStrategies } from './ready/ready-strategies.ts'
export type { AnyStrategyFactory } from './ready/ready-strategies.ts'
export { rsiMeanReversion } from './ready/rsi-mean-reversion.ts'
export { smaCross } from './ready/sma-cross.ts'
