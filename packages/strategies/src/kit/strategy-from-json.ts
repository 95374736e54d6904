import {
  nearest,
  NeuralTraderError,
  type Column,
  type Condition,
  type Operand,
  type Rule,
  type Strategy,
} from '@neural-trader/core'
import { bars, indicator } from '@neural-trader/features'
import type { z } from 'zod'

import {
  declarativeSchema,
  type ConditionJson,
  type IndicatorJson,
  type OperandJson,
  type RuleJson,
} from './declarative-schema.ts'

/** Where in the document something stands. */
type Path = readonly PropertyKey[]

/** Columns by name: those of the bars, then the indicators as they are declared. */
type Scope = ReadonlyMap<string, Column>

/**
 * A strategy from a parsed JSON document of {@link declarativeSchema}. It runs wholly in the engine,
 * like one that {@link defineStrategy} makes of the same indicators and rules.
 *
 * @throws NeuralTraderError `INVALID_STRATEGY` naming the path in the document, what stands there and
 * what is allowed; where an indicator or its parameters are at fault the engine's error is the cause.
 */
export function strategyFromJson(document: unknown): Strategy {
  const parsed = declarativeSchema.safeParse(document)
  if (!parsed.success) throw fromIssue(document, parsed.error.issues)
  const { name, indicators = {}, rules } = parsed.data
  const scope = new Map<string, Column>(Object.entries(bars))
  const columns: [string, Column][] = []
  for (const [key, described] of Object.entries(indicators)) {
    const column = columnOf(key, described, scope)
    scope.set(key, column)
    columns.push([key, column])
  }
  return {
    name,
    params: {},
    indicators: Object.fromEntries(columns),
    rules: rules.map((rule, index) => ruleOf(rule, scope, ['rules', index])),
  }
}

function columnOf(name: string, described: IndicatorJson, scope: Scope): Column {
  const path = ['indicators', name]
  if (scope.has(name)) throw invalid(path, `"${name}" is a column of the bars: choose another name`)
  const { indicator: id, inputs, params = {}, output = 'value' } = described
  const options = { name: id, params, output }
  const read = inputs.map((input, index) => named(input, scope, [...path, 'inputs', index]))
  try {
    // Over no rows nothing is computed, but the name, the parameters and the output are checked.
    indicator(
      options,
      inputs.map(() => new Float64Array()),
    )
  } catch (cause) {
    throw invalid(path, cause instanceof Error ? cause.message : String(cause), cause)
  }
  return indicator(options, read)
}

function ruleOf(
  { when, targetPercent, stopLoss, takeProfit }: RuleJson,
  scope: Scope,
  path: Path,
): Rule {
  const exits = {
    ...(stopLoss === undefined ? {} : { stopLoss }),
    ...(takeProfit === undefined ? {} : { takeProfit }),
  }
  return { when: conditionOf(when, scope, [...path, 'when']), then: { targetPercent, ...exits } }
}

function conditionOf(json: ConditionJson, scope: Scope, path: Path): Condition {
  switch (json.op) {
    case 'position':
      return json
    case 'not':
      return { op: 'not', condition: conditionOf(json.condition, scope, [...path, 'condition']) }
    case 'and':
    case 'or': {
      const each = (inner: ConditionJson, index: number): Condition =>
        conditionOf(inner, scope, [...path, 'conditions', index])
      return { op: json.op, conditions: json.conditions.map(each) }
    }
    default: {
      const operand = (side: 'left' | 'right'): Operand =>
        operandOf(json[side], scope, [...path, side])
      return { op: json.op, left: operand('left'), right: operand('right') }
    }
  }
}

function operandOf(json: OperandJson, scope: Scope, path: Path): Operand {
  return typeof json === 'number' ? json : named(json, scope, path)
}

function named(name: string, scope: Scope, path: Path): Column {
  const column = scope.get(name)
  if (column !== undefined) return column
  const known = [...scope.keys()]
  const suggestion = nearest(name, known)
  const hint = suggestion === undefined ? '' : ` did you mean "${suggestion}"?`
  throw invalid(path, `no column is called "${name}" here:${hint} there are ${known.join(', ')}`)
}

function fromIssue(document: unknown, [issue]: readonly z.core.$ZodIssue[]): NeuralTraderError {
  const path = issue?.path ?? []
  if (issue?.code === 'unrecognized_keys') {
    return invalid([...path, issue.keys[0] ?? ''], 'there is no such field')
  }
  const value = path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    document,
  )
  const shown = value === undefined ? 'it is missing' : `it is ${JSON.stringify(value)}`
  return invalid(path, `${shown}; ${issue?.message ?? 'it is not valid'}`)
}

function invalid(path: Path, complaint: string, cause?: unknown): NeuralTraderError {
  const place = placeOf(path)
  return new NeuralTraderError(
    'INVALID_STRATEGY',
    `The strategy is not valid at ${place}: ${complaint}`,
    { details: { path: place }, ...(cause === undefined ? {} : { cause }) },
  )
}

/** As one would write it in JavaScript: `rules[0].when.left`. */
function placeOf(path: Path): string {
  const steps = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
  return steps.join('').replace(/^\./, '') || 'its top'
}
