import { NeuralTraderError, type ParamValue } from '@neural-trader/core'

/** Parameters of a strategy, by name. */
export type Params = Readonly<Record<string, ParamValue>>

/** Combinations to try: a list of them, or the values of each parameter, all with all. */
export type ParamSpace<Of extends Params = Params> =
  | readonly Of[]
  | { readonly [Name in keyof Of]: readonly Of[Name][] }

/**
 * The combinations of a space, the last parameter varying fastest.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where there is none, or one stands there twice.
 */
export function combinationsOf(
  space: ParamSpace,
  where: (params: Params) => boolean = () => true,
): readonly Params[] {
  const all = isList(space) ? space : product(space)
  const kept = all.filter((params) => where(params))
  if (kept.length === 0) {
    throw refuse(`There is no combination of parameters to try: give at least one`)
  }
  const seen = new Set<string>()
  for (const params of kept) {
    const text = JSON.stringify(params)
    if (seen.has(text)) throw refuse(`The combination ${text} is there twice: give each once`)
    seen.add(text)
  }
  return kept
}

/** A combination as people read it: `fast=5 slow=20`. */
export function writtenParams(params: Params): string {
  const pairs = Object.entries(params).map(([name, value]) => `${name}=${value}`)
  return pairs.length === 0 ? 'no parameters' : pairs.join(' ')
}

function isList(space: ParamSpace): space is readonly Params[] {
  return Array.isArray(space)
}

function product(space: Readonly<Record<string, readonly ParamValue[]>>): readonly Params[] {
  let found: readonly Params[] = [{}]
  for (const [name, values] of Object.entries(space)) {
    if (!Array.isArray(values) || values.length === 0) {
      throw refuse(`Parameter ${name} has no list of values: give one, such as [5, 10, 20]`)
    }
    found = found.flatMap((params) =>
      values.map((value: ParamValue) => Object.assign({}, params, { [name]: value })),
    )
  }
  return found
}

function refuse(message: string): NeuralTraderError {
  return new NeuralTraderError('INVALID_ARGUMENT', message)
}
