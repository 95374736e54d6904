import { nearest, NeuralTraderError, type ParamValue } from '@neural-trader/core'
import { z } from 'zod'

/** A parameter that is a whole number. */
export type IntSpec = NumberRange & { readonly kind: 'int' }

/** A parameter that is any number. */
export type FloatSpec = NumberRange & { readonly kind: 'float' }

/** A parameter that is yes or no. */
export type FlagSpec = {
  readonly kind: 'flag'
  readonly default: boolean
  readonly description?: string
}

/** One parameter of a strategy. */
export type ParamSpec = IntSpec | FloatSpec | FlagSpec

/** The parameters of a strategy, by name. */
export type ParamSpecs = Readonly<Record<string, ParamSpec>>

/** The values a strategy reads, typed by its specs. */
export type ParamValues<Specs extends ParamSpecs> = {
  readonly [Name in keyof Specs]: Specs[Name] extends FlagSpec ? boolean : number
}

type NumberRange = {
  readonly default: number
  readonly min?: number
  readonly max?: number
  readonly description?: string
}

/** A whole number within a range. */
export function int(range: NumberRange): IntSpec {
  return { kind: 'int', ...range }
}

/** A number within a range. */
export function float(range: NumberRange): FloatSpec {
  return { kind: 'float', ...range }
}

/** Yes or no. */
export function flag(options: Omit<FlagSpec, 'kind'>): FlagSpec {
  return { kind: 'flag', ...options }
}

/** The schema of a strategy's parameters: what forms, the CLI and tools are generated from. */
export function paramsSchema(specs: ParamSpecs): z.ZodObject {
  const fields = Object.entries(specs).map(([name, spec]) => [
    name,
    fieldOf(spec).default(spec.default),
  ])
  return z.strictObject(Object.fromEntries(fields) as z.core.$ZodLooseShape)
}

/**
 * Completes given parameters with the defaults and checks them.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` naming the parameter, its value and what is allowed.
 */
export function parseParams<Specs extends ParamSpecs>(
  strategy: string,
  specs: Specs,
  given: Readonly<Record<string, unknown>>,
): ParamValues<Specs> {
  const values = plainValues(specs, given)
  if (values !== undefined) return values as ParamValues<Specs>
  const parsed = paramsSchema(specs).safeParse(given)
  if (parsed.success) return parsed.data as ParamValues<Specs>
  const [issue] = parsed.error.issues
  throw issue?.code === 'unrecognized_keys'
    ? unknownParam(strategy, specs, issue.keys[0] ?? '')
    : wrongParam(strategy, specs, String(issue?.path[0] ?? ''), given)
}

/**
 * The completed values where all are as they should be, which is what the schema says too: a sweep
 * makes thousands of strategies, and making the schema takes longer than running one.
 */
function plainValues(
  specs: ParamSpecs,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  for (const name in given) if (!Object.hasOwn(specs, name)) return undefined
  const values: Record<string, unknown> = {}
  for (const name in specs) {
    const value = given[name] ?? specs[name]!.default
    if (given[name] === null || !isAllowed(specs[name]!, value)) return undefined
    values[name] = value
  }
  return values
}

function isAllowed(spec: ParamSpec, value: unknown): boolean {
  if (spec.kind === 'flag') return typeof value === 'boolean'
  const { kind, min = -Infinity, max = Infinity } = spec
  const isNumber = kind === 'int' ? Number.isSafeInteger(value) : Number.isFinite(value)
  return isNumber && (value as number) >= min && (value as number) <= max
}

function fieldOf(spec: ParamSpec): z.ZodType<ParamValue> {
  const field = spec.kind === 'flag' ? z.boolean() : numberOf(spec)
  return spec.description === undefined ? field : field.describe(spec.description)
}

function numberOf({ kind, min, max }: IntSpec | FloatSpec): z.ZodNumber {
  let field = kind === 'int' ? z.int() : z.number()
  if (min !== undefined) field = field.min(min)
  if (max !== undefined) field = field.max(max)
  return field
}

function unknownParam(strategy: string, specs: ParamSpecs, name: string): NeuralTraderError {
  const known = Object.keys(specs)
  const suggestion = nearest(name, known)
  const hint = suggestion === undefined ? '' : `did you mean "${suggestion}"? `
  const remedy = known.length > 0 ? `${hint}its parameters are ${known.join(', ')}` : 'it has none'
  return new NeuralTraderError(
    'INVALID_PARAMETER',
    `Strategy "${strategy}" has no parameter "${name}": ${remedy}`,
    {
      details: {
        strategy,
        parameter: name,
        ...(suggestion === undefined ? {} : { suggestion }),
      },
    },
  )
}

function wrongParam(
  strategy: string,
  specs: ParamSpecs,
  name: string,
  given: Readonly<Record<string, unknown>>,
): NeuralTraderError {
  const value = String(given[name])
  const spec = specs[name]
  return new NeuralTraderError(
    'INVALID_PARAMETER',
    `Parameter "${name}" of strategy "${strategy}" is ${value}: give ${spec === undefined ? 'another value' : allowed(spec)}`,
    { details: { strategy, parameter: name, value } },
  )
}

/** What a parameter may be, in words. */
export function allowed(spec: ParamSpec): string {
  if (spec.kind === 'flag') return 'true or false'
  const noun = spec.kind === 'int' ? 'a whole number' : 'a number'
  if (spec.min !== undefined && spec.max !== undefined)
    return `${noun} from ${spec.min} to ${spec.max}`
  if (spec.min !== undefined) return `${noun} from ${spec.min}`
  return spec.max === undefined ? noun : `${noun} up to ${spec.max}`
}
