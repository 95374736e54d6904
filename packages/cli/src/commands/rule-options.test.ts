import { optionsSchema } from '@neural-trader/backtesting'
import { expect, test } from 'vitest'
import { z } from 'zod'

import { financingOptions, limitOptions, ruleOptions } from './rule-options.ts'

type Field = {
  readonly type?: string
  readonly enum?: string[]
  readonly anyOf?: readonly { readonly enum?: string[] }[]
  readonly properties?: object
}

const schema = z.toJSONSchema(optionsSchema).properties as Readonly<Record<string, Field>>
const { limits, financing, currencies: _currencies, conventions: _conventions, ...rules } = schema

test('every rule of a backtest has an option, and no option is without a rule', () => {
  const named = new Set(ruleOptions().map((option) => option.attributeName()))
  expect([...named].toSorted()).toEqual(Object.keys(rules).toSorted())
})

test('every limit has an option', () => {
  const named = limitOptions().map((option) => option.attributeName())
  expect(named.toSorted()).toEqual(Object.keys(limits?.properties ?? {}).toSorted())
})

test('every rate of the financing has an option', () => {
  const named = financingOptions().map((option) => option.attributeName())
  const rates = Object.keys(financing?.properties ?? {}).filter((name) => name.endsWith('Rate'))
  expect(named.toSorted()).toEqual(rates.toSorted())
})

test('choices, numbers and flags are those of the schema', () => {
  for (const option of ruleOptions()) {
    const field = rules[option.attributeName()]
    // Of a choice between a name and a model the command takes the name.
    const names = field?.enum ?? field?.anyOf?.find((form) => form.enum !== undefined)?.enum
    expect(option.argChoices ?? undefined).toEqual(names)
    expect(!option.required).toBe(field?.type === 'boolean')
  }
})
