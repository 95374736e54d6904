import type { ParamValue } from '@neural-trader/core'
import type { ParamSpec, ParamSpecs } from '@neural-trader/strategies'

/** Parameters as they were typed. */
export type TextParams = Readonly<Record<string, string>>

/**
 * Parameters as values: what a strategy says of a parameter decides, and where it says nothing, what
 * the text looks like. A text that does not fit stays a text, for the strategy to refuse.
 */
export function parseParams(
  specs: ParamSpecs | null,
  params: TextParams,
): Readonly<Record<string, ParamValue>> {
  const entries = Object.entries(params)
  return Object.fromEntries(
    entries.map(([name, text]) => [name, parseParam(specs?.[name]?.kind, text)]),
  )
}

function parseParam(kind: ParamSpec['kind'] | undefined, text: string): ParamValue {
  if (kind !== 'flag' && isNumber(text)) return Number(text)
  if (kind === 'int' || kind === 'float') return text
  return text === 'true' ? true : text === 'false' ? false : text
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text))
}
