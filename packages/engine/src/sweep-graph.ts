import { NeuralTraderError, type Column, type Condition, type Rule } from '@neural-trader/core'

/** What combinations are made of, in the flat form the engine takes; each is sent once. */
export type SweepRows = {
  /** New columns as JSON, inputs before what reads them. */
  readonly columns: string
  /** New lists of rules as JSON, over the columns of a combination by their place in it. */
  readonly rules: string
  /** Of each new combination its list of rules, how many columns it has, and these in order. */
  readonly rowRules: Uint32Array
  readonly rowCounts: Uint32Array
  readonly rowColumns: Uint32Array
}

const codes = { crossedAbove: 1, crossedBelow: 2, above: 3, below: 4, and: 5, or: 6, not: 7 }
const sides = { flat: 8, long: 9, short: 10 }

/** Columns by what they are made of, step by step; a leaf has the number of one. */
type Branch = Map<string | number | typeof leaf, Branch | number>

const leaf = Symbol('leaf')

function branch(from: Branch, key: string | number): Branch {
  const known = from.get(key)
  if (known instanceof Map) return known
  const fresh: Branch = new Map()
  from.set(key, fresh)
  return fresh
}

function areEqual(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index += 1) {
    if (one[index] !== other[index]) return false
  }
  return true
}

/**
 * The columns and rules of many strategies: equal columns become one, and strategies whose rules
 * differ in their columns alone share them.
 */
export class SweepGraph {
  readonly #ids: Branch = new Map()
  #nodes = 0
  /** Of each column itself and all that it reads, in order. */
  readonly #needs: number[][] = []
  readonly #lists = new Map<string, number>()
  #columns: unknown[] = []
  #rules: unknown[] = []
  #rowRules: number[] = []
  #rowCounts: number[] = []
  #rowColumns: number[] = []
  /** Of the strategy in hand: its columns, and its rules as numbers. */
  #own: number[] = []
  /** Columns of it that were met, and where they are. */
  #met: Column[] = []
  #places: number[] = []
  #form: number[] = []
  #lastForm: number[] = []
  #lastList = -1

  /**
   * Adds a strategy as the next combination.
   *
   * @throws NeuralTraderError `INVALID_STRATEGY` for a number of a rule that is not finite.
   */
  add(columns: Readonly<Record<string, Column>>, rules: readonly Rule[]): void {
    this.#own.length = 0
    this.#met.length = 0
    this.#places.length = 0
    this.#form.length = 0
    for (const name in columns) this.#place(columns[name]!)
    for (const { when, then } of rules) {
      this.#number(then.targetPercent)
      this.#number(then.stopLoss ?? -1)
      this.#number(then.takeProfit ?? -1)
      this.#write(when)
    }
    this.#rowRules.push(this.#list(rules))
    this.#rowCounts.push(this.#own.length)
    for (const id of this.#own) this.#rowColumns.push(id)
  }

  /** What was added since the last call. */
  take(): SweepRows {
    const rows = {
      columns: JSON.stringify(this.#columns),
      rules: JSON.stringify(this.#rules),
      rowRules: Uint32Array.from(this.#rowRules),
      rowCounts: Uint32Array.from(this.#rowCounts),
      rowColumns: Uint32Array.from(this.#rowColumns),
    }
    this.#columns = []
    this.#rules = []
    this.#rowRules = []
    this.#rowCounts = []
    this.#rowColumns = []
    return rows
  }

  /** The list of rules that has the form in hand. */
  #list(rules: readonly Rule[]): number {
    const form = this.#form
    if (this.#lastList >= 0 && areEqual(form, this.#lastForm)) return this.#lastList
    const key = form.join(' ')
    let list = this.#lists.get(key)
    if (list === undefined) {
      list = this.#lists.size
      this.#lists.set(key, list)
      this.#rules.push(rules.map(({ when, then }) => ({ when: this.#flat(when), then })))
    }
    this.#form = this.#lastForm
    this.#lastForm = form
    this.#lastList = list
    return list
  }

  #write(condition: Condition): void {
    const form = this.#form
    switch (condition.op) {
      case 'position':
        form.push(sides[condition.is])
        return
      case 'not':
        form.push(codes.not)
        this.#write(condition.condition)
        return
      case 'and':
      case 'or':
        form.push(codes[condition.op], condition.conditions.length)
        for (const each of condition.conditions) this.#write(each)
        return
      default:
        form.push(codes[condition.op])
        this.#operand(condition.left)
        this.#operand(condition.right)
    }
  }

  #operand(operand: Column | number): void {
    if (typeof operand === 'number') {
      this.#form.push(0)
      this.#number(operand)
    } else {
      this.#form.push(1, this.#place(operand))
    }
  }

  #number(value: number): void {
    if (!Number.isFinite(value)) {
      throw new NeuralTraderError(
        'INVALID_STRATEGY',
        `A rule has the number ${value}: give a finite one`,
        { details: { value: String(value) } },
      )
    }
    this.#form.push(value)
  }

  /** The place of a column among those of the strategy in hand. */
  #place(column: Column): number {
    const met = this.#met.indexOf(column)
    if (met >= 0) return this.#places[met]!
    const id = this.#intern(column)
    const own = this.#own
    let place = own.indexOf(id)
    if (place < 0) {
      for (const each of this.#needs[id]!) if (!own.includes(each)) own.push(each)
      place = own.length - 1
    }
    this.#met.push(column)
    this.#places.push(place)
    return place
  }

  /** The number of a column: one is found along its name, its inputs and its parameters. */
  #intern(column: Column): number {
    if ('column' in column) return this.#known(branch(this.#ids, column.column), column, [])
    let at = branch(branch(this.#ids, column.indicator), column.output)
    const inputs: number[] = []
    for (const input of column.inputs) {
      const id = this.#intern(input)
      inputs.push(id)
      at = branch(at, id)
    }
    for (const name in column.params) at = branch(branch(at, name), column.params[name]!)
    return this.#known(at, column, inputs)
  }

  #known(at: Branch, column: Column, inputs: readonly number[]): number {
    const known = at.get(leaf)
    if (typeof known === 'number') return known
    const id = this.#nodes
    this.#nodes += 1
    at.set(leaf, id)
    this.#columns.push('column' in column ? { column: column.column } : { ...column, inputs })
    this.#needs.push([...new Set(inputs.flatMap((input) => this.#needs[input]!)), id])
    return id
  }

  #flat(condition: Condition): unknown {
    const operand = (value: Column | number): unknown =>
      typeof value === 'number' ? value : { node: this.#place(value) }
    switch (condition.op) {
      case 'position':
        return condition
      case 'not':
        return { op: 'not', condition: this.#flat(condition.condition) }
      case 'and':
      case 'or':
        return {
          op: condition.op,
          conditions: condition.conditions.map((each) => this.#flat(each)),
        }
      default:
        return { op: condition.op, left: operand(condition.left), right: operand(condition.right) }
    }
  }
}
