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

/**
 * The columns and rules of many strategies: equal columns become one, and strategies whose rules
 * differ in their columns alone share them.
 */
export class SweepGraph {
  readonly #ids = new Map<string, number>()
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
  #form: number[] = []
  #lastForm: readonly number[] = []
  #lastList = -1

  /**
   * Adds a strategy as the next combination.
   *
   * @throws NeuralTraderError `INVALID_STRATEGY` for a number of a rule that is not finite.
   */
  add(columns: Readonly<Record<string, Column>>, rules: readonly Rule[]): void {
    this.#own = []
    this.#form = []
    for (const name in columns) this.#place(columns[name]!)
    for (const { when, then } of rules) {
      this.#number(then.targetPercent)
      this.#number(then.stopLoss ?? -1)
      this.#number(then.takeProfit ?? -1)
      this.#write(when)
    }
    this.#rowRules.push(this.#list(rules))
    this.#rowCounts.push(this.#own.length)
    this.#rowColumns.push(...this.#own)
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
    const last = this.#lastForm
    if (form.length === last.length && form.every((value, index) => value === last[index])) {
      if (this.#lastList >= 0) return this.#lastList
    }
    const key = form.join(' ')
    let list = this.#lists.get(key)
    if (list === undefined) {
      list = this.#lists.size
      this.#lists.set(key, list)
      this.#rules.push(rules.map(({ when, then }) => ({ when: this.#flat(when), then })))
    }
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
    const id = this.#intern(column)
    const own = this.#own
    const known = own.indexOf(id)
    if (known >= 0) return known
    for (const each of this.#needs[id]!) if (!own.includes(each)) own.push(each)
    return own.length - 1
  }

  #intern(column: Column): number {
    let key: string
    let inputs: number[] = []
    if ('column' in column) {
      key = column.column
    } else {
      inputs = column.inputs.map((input) => this.#intern(input))
      key = `${column.indicator} ${column.output} ${inputs.join(' ')}`
      for (const name in column.params) key += ` ${name} ${column.params[name]}`
    }
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const id = this.#ids.size
    this.#ids.set(key, id)
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
        return { op: condition.op, conditions: condition.conditions.map((each) => this.#flat(each)) }
      default:
        return { op: condition.op, left: operand(condition.left), right: operand(condition.right) }
    }
  }
}
