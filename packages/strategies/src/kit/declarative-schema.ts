import { z } from 'zod'

/** What a comparison reads: the name of a bar column or of an indicator, or a number. */
export type OperandJson = string | number

/** A condition at the close of a bar; a comparison with NaN is false. */
export type ConditionJson =
  | {
      readonly op: 'crossedAbove' | 'crossedBelow' | 'above' | 'below'
      readonly left: OperandJson
      readonly right: OperandJson
    }
  | { readonly op: 'and' | 'or'; readonly conditions: readonly ConditionJson[] }
  | { readonly op: 'not'; readonly condition: ConditionJson }
  | { readonly op: 'position'; readonly is: 'flat' | 'long' | 'short' }

/** One output of an indicator over bar columns and indicators before it. */
export type IndicatorJson = {
  /** Its name, for example `sma`. */
  readonly indicator: string
  /** Names of bar columns or of earlier indicators, in the order the indicator states. */
  readonly inputs: readonly string[]
  readonly params?: Readonly<Record<string, number>> | undefined
  /** Which output, where there are several, for example `upper`. */
  readonly output?: string | undefined
}

/** When the condition holds, hold this signed share of equity. */
export type RuleJson = {
  readonly when: ConditionJson
  /** 1 all long, -1 all short, 0 nothing. */
  readonly targetPercent: number
  /** Stop loss as a fraction of the fill price, above 0 and below 1. */
  readonly stopLoss?: number | undefined
  /** Take profit as a fraction of the fill price, above 0. */
  readonly takeProfit?: number | undefined
}

/** A strategy as a JSON document. */
export type DeclarativeJson = {
  readonly name: string
  readonly description?: string | undefined
  readonly indicators?: Readonly<Record<string, IndicatorJson>> | undefined
  readonly rules: readonly RuleJson[]
}

const operand = z
  .union([z.string(), z.number()], { error: 'give the name of a column or a number' })
  .describe('Name of a bar column or of an indicator, or a number')

const comparison = z.strictObject({
  op: z.enum(['crossedAbove', 'crossedBelow', 'above', 'below']),
  left: operand,
  right: operand,
})

const condition: z.ZodType<ConditionJson> = z.lazy(() =>
  z.discriminatedUnion('op', [
    comparison,
    z.strictObject({ op: z.enum(['and', 'or']), conditions: z.array(condition).min(1) }),
    z.strictObject({ op: z.literal('not'), condition }),
    z.strictObject({ op: z.literal('position'), is: z.enum(['flat', 'long', 'short']) }),
  ]),
)

const indicator = z.strictObject({
  indicator: z.string().describe('Name of the indicator, for example sma'),
  inputs: z.array(z.string()).min(1).describe('Bar columns or earlier indicators, by name'),
  params: z.record(z.string(), z.number()).optional(),
  output: z.string().optional().describe('Which output, for example upper'),
})

const rule = z.strictObject({
  when: condition,
  targetPercent: z.number().describe('Signed share of equity: 1 all long, -1 all short, 0 nothing'),
  stopLoss: z.number().gt(0).lt(1).optional().describe('Fraction of the fill price'),
  takeProfit: z.number().gt(0).optional().describe('Fraction of the fill price'),
})

/** The schema of a strategy as a JSON document: what forms, editors and tools are generated from. */
export const declarativeSchema: z.ZodType<DeclarativeJson> = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  indicators: z.record(z.string().min(1), indicator).optional(),
  rules: z.array(rule).min(1),
})
