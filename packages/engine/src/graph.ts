import type { Column, Condition, Operand, Rule } from '@neural-trader/core'

/** A graph in the flat form the engine reads: every column once, inputs before what reads them. */
export type Graph = {
  readonly nodes: readonly GraphNode[]
  readonly rules: readonly unknown[]
}

type GraphNode =
  | { readonly column: string }
  | {
      readonly indicator: string
      readonly inputs: readonly number[]
      readonly params: Readonly<Record<string, number>>
      readonly output: string
    }

/** A graph under construction, and the index of each named column in it. */
export type FlatGraph = { readonly graph: Graph; readonly index: Readonly<Record<string, number>> }

/** Flattens named columns and the rules over them; equal columns become one node. */
export function flatten(
  columns: Readonly<Record<string, Column>>,
  rules: readonly Rule[] = [],
): FlatGraph {
  const nodes = new Nodes()
  const index: Record<string, number> = {}
  for (const [name, column] of Object.entries(columns)) index[name] = nodes.indexOf(column)
  const flatRules = rules.map(({ when, then }) => ({ when: flatCondition(when, nodes), then }))
  return { graph: { nodes: nodes.list, rules: flatRules }, index }
}

class Nodes {
  readonly list: GraphNode[] = []
  readonly #known = new Map<string, number>()

  indexOf(column: Column): number {
    const node: GraphNode =
      'column' in column
        ? { column: column.column }
        : { ...column, inputs: column.inputs.map((input) => this.indexOf(input)) }
    const key = JSON.stringify(node)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#known.set(key, this.list.length)
    return this.list.push(node) - 1
  }
}

function flatCondition(condition: Condition, nodes: Nodes): unknown {
  const operand = (value: Operand): unknown =>
    typeof value === 'number' ? value : { node: nodes.indexOf(value) }
  switch (condition.op) {
    case 'position':
      return condition
    case 'not':
      return { op: 'not', condition: flatCondition(condition.condition, nodes) }
    case 'and':
    case 'or':
      return {
        op: condition.op,
        conditions: condition.conditions.map((each) => flatCondition(each, nodes)),
      }
    default:
      return { op: condition.op, left: operand(condition.left), right: operand(condition.right) }
  }
}
