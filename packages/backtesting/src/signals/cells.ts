import { NeuralTraderError } from '@neural-trader/core'

/**
 * Numbers of a run: one for all, a plain list with one a column, a typed array with one a step for all
 * columns, or a list of such arrays, one a column. NaN where an option allows none.
 */
export type NumberCells = number | readonly number[] | Float64Array | readonly Float64Array[]

/** Flags of a run, laid out as {@link NumberCells}; 1 is true. */
export type FlagCells = boolean | readonly boolean[] | Uint8Array | readonly Uint8Array[]

/** Choices of a run: one for all, one a column, or a list for each column with one a step. */
export type ChoiceCells<Choice extends string> =
  | Choice
  | readonly Choice[]
  | readonly (readonly Choice[])[]

/** Signals of one column, or of each; 1 where there is one. One column serves all. */
export type SignalColumns = Uint8Array | readonly Uint8Array[]

/** Values and how far apart two steps and two columns lie in them. */
export type Laid<Values> = {
  readonly values: Values
  readonly stepStride: number
  readonly columnStride: number
}

/** How many steps and columns a run has. */
export type Extent = { readonly steps: number; readonly columns: number }

/** Numbers as the engine reads them. */
export function layNumbers(name: string, cells: NumberCells, extent: Extent): Laid<Float64Array> {
  if (typeof cells === 'number') return laid(Float64Array.of(cells), 0, 0)
  if (cells instanceof Float64Array) return laid(checked(name, cells, extent.steps), 1, 0)
  if (isListOf(cells, Float64Array)) return layColumns(name, cells, extent, Float64Array)
  const own = cells as readonly number[]
  return laid(Float64Array.from(perColumn(name, own, extent.columns)), 0, 1)
}

/** Flags as the engine reads them. */
export function layFlags(name: string, cells: FlagCells, extent: Extent): Laid<Uint8Array> {
  if (typeof cells === 'boolean') return laid(Uint8Array.of(Number(cells)), 0, 0)
  if (cells instanceof Uint8Array) return laid(checked(name, cells, extent.steps), 1, 0)
  if (isListOf(cells, Uint8Array)) return layColumns(name, cells, extent, Uint8Array)
  const own = cells as readonly boolean[]
  return laid(Uint8Array.from(perColumn(name, own, extent.columns), Number), 0, 1)
}

/** Choices as the engine reads them. */
export function layChoices<Choice extends string>(
  name: string,
  cells: ChoiceCells<Choice>,
  { steps, columns }: Extent,
): Laid<Choice[]> {
  if (typeof cells === 'string') return laid([cells], 0, 0)
  const own = perColumn<Choice | readonly Choice[]>(name, cells, columns)
  const isByStep = own.some((each) => typeof each !== 'string')
  if (!isByStep) return laid(own as Choice[], 0, 1)
  const lists = own as readonly (readonly Choice[])[]
  return laid(
    lists.flatMap((list) => checked(name, list, steps)),
    1,
    steps,
  )
}

function laid<Values>(values: Values, stepStride: number, columnStride: number): Laid<Values> {
  return { values, stepStride, columnStride }
}

function isListOf<Kind>(
  cells: readonly unknown[],
  kind: new (length: number) => Kind,
): cells is readonly Kind[] {
  return cells[0] instanceof kind
}

type Column = Float64Array | Uint8Array

/** Columns end to end: as they lie, where they are parts of one buffer in order, else copied. */
function layColumns<Kind extends Column>(
  name: string,
  columns: readonly Kind[],
  extent: Extent,
  kind: {
    new (length: number): Kind
    new (buffer: ArrayBufferLike, byteOffset: number, length: number): Kind
  },
): Laid<Kind> {
  const own = perColumn(name, columns, extent.columns)
  const { steps } = extent
  for (const column of own) checked(name, column, steps)
  const [first] = own
  const length = steps * own.length
  if (first !== undefined && isContiguous(own)) {
    return laid(new kind(first.buffer, first.byteOffset, length), 1, steps)
  }
  const values = new kind(length)
  for (const [at, column] of own.entries()) values.set(column, at * steps)
  return laid(values, 1, steps)
}

function isContiguous(columns: readonly Column[]): boolean {
  return columns.every((column, at) => {
    const before = columns[at - 1] ?? column
    const end = before.byteOffset + (at === 0 ? 0 : before.byteLength)
    return column.buffer === before.buffer && column.byteOffset === end
  })
}

function perColumn<Each>(name: string, list: readonly Each[], columns: number): readonly Each[] {
  if (list.length === columns) return list
  const message = `${name} has ${list.length} columns for the ${columns} of the run: give one, or one for each`
  throw mismatch(name, message)
}

function checked<List extends { readonly length: number }>(
  name: string,
  list: List,
  steps: number,
): List {
  if (list.length === steps) return list
  const message = `${name} has ${list.length} values for ${steps} bars: give one a bar`
  throw mismatch(name, message)
}

function mismatch(option: string, message: string): NeuralTraderError {
  return new NeuralTraderError('DATA_LENGTH_MISMATCH', message, { details: { option } })
}
