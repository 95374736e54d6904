import type { Column, IndicatorColumn, Rule } from '@neural-trader/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { flatten } from './graph.ts'

const close: Column = { column: 'close' }
const sma = (input: Column, period: number): IndicatorColumn => ({
  indicator: 'sma',
  inputs: [input],
  params: { period },
  output: 'value',
})

test('inputs come before what reads them, and names point at their nodes', () => {
  const { graph, index } = flatten({ twice: sma(sma(close, 3), 5), volume: { column: 'volume' } })
  expect(graph.nodes).toEqual([
    { column: 'close' },
    { indicator: 'sma', inputs: [0], params: { period: 3 }, output: 'value' },
    { indicator: 'sma', inputs: [1], params: { period: 5 }, output: 'value' },
    { column: 'volume' },
  ])
  expect(index).toEqual({ twice: 2, volume: 3 })
})

test('equal columns are one node, whoever reads them', () => {
  const rule: Rule = {
    when: {
      op: 'and',
      conditions: [
        { op: 'crossedAbove', left: sma(close, 3), right: sma({ column: 'close' }, 5) },
        { op: 'not', condition: { op: 'below', left: { column: 'close' }, right: 2.5 } },
        { op: 'position', is: 'flat' },
      ],
    },
    then: { targetPercent: 1, stopLoss: 0.1 },
  }
  const { graph, index } = flatten({ fast: sma(close, 3), same: sma({ column: 'close' }, 3) }, [
    rule,
  ])
  expect(index).toEqual({ fast: 1, same: 1 })
  expect(graph.nodes).toHaveLength(3)
  expect(graph.rules).toEqual([
    {
      when: {
        op: 'and',
        conditions: [
          { op: 'crossedAbove', left: { node: 1 }, right: { node: 2 } },
          { op: 'not', condition: { op: 'below', left: { node: 0 }, right: 2.5 } },
          { op: 'position', is: 'flat' },
        ],
      },
      then: { targetPercent: 1, stopLoss: 0.1 },
    },
  ])
})

test('columns that differ in a parameter, an input or an output stay apart', () => {
  const bands = (output: string): Column => ({
    ...sma(close, 3),
    indicator: 'bollinger-bands',
    output,
  })
  const { index } = flatten({
    a: sma(close, 3),
    b: sma(close, 4),
    c: sma({ column: 'open' }, 3),
    d: bands('upper'),
    e: bands('lower'),
  })
  expect(new Set(Object.values(index)).size).toBe(5)
})

const { column: anyColumn } = fc.letrec<{ column: Column; bar: Column; indicator: Column }>(
  (tie) => ({
    column: fc.oneof({ maxDepth: 4 }, tie('bar'), tie('indicator')),
    bar: fc.constantFrom<Column>({ column: 'close' }, { column: 'open' }),
    indicator: fc.record({
      indicator: fc.constantFrom('sma', 'ema'),
      inputs: fc.array(tie('column'), { minLength: 1, maxLength: 2 }),
      params: fc.record({ period: fc.integer({ min: 2, max: 3 }) }),
      output: fc.constant('value'),
    }),
  }),
)

test('no two nodes are equal, and every node reads only earlier ones', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), anyColumn), (columns) => {
      const { nodes } = flatten(columns).graph
      expect(new Set(nodes.map((node) => JSON.stringify(node))).size).toBe(nodes.length)
      const reads = nodes.map((node) => ('inputs' in node ? node.inputs : []))
      expect(reads.flatMap((inputs, place) => inputs.filter((input) => input >= place))).toEqual([])
    }),
  )
})
