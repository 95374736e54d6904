import { NeuralTraderError } from '@neural-trader/core'
import { openIndicator, type IndicatorStream } from '@neural-trader/engine'

import { paramsOf, type IndicatorParams, type IndicatorShape } from './indicator-shape.ts'

/** The inputs of one bar: a number, or several by name. */
export type BarInput<In extends string> = [In] extends ['value']
  ? number
  : { readonly [Name in In]: number }

/** The outputs of one bar: a number, or several by name. */
export type BarOutput<Out extends string> = [Out] extends ['value']
  ? number
  : { readonly [Name in Out]: number }

/** A streaming indicator as plain data; numbers that JSON has not are strings. */
export type SavedIndicator = {
  readonly indicator: string
  readonly params: Readonly<Record<string, number>>
  readonly state: readonly (number | 'NaN' | 'Infinity' | '-Infinity')[]
}

/**
 * An indicator bar by bar, with the bits of the batch. Every output is NaN while it warms up and on
 * a bar with a value that is not finite; after such a bar it starts anew.
 */
export class StreamingIndicator<In extends string, Out extends string> {
  readonly #shape: IndicatorShape<In, Out>
  readonly #params: Readonly<Record<string, number>>
  readonly #stream: IndicatorStream
  readonly #write: (input: BarInput<In>) => void
  readonly #read: () => BarOutput<Out>

  /** From the shape of the indicator; the classes of the single indicators know theirs. */
  constructor(shape: IndicatorShape<In, Out>, options: IndicatorParams) {
    this.#shape = shape
    this.#params = paramsOf(shape, options)
    const slots = shape.inputs.length + shape.outputs.length
    this.#stream = openIndicator({ name: shape.name, params: this.#params }, slots)
    this.#write = writer(shape, this.#stream.buffer)
    this.#read = reader(shape, this.#stream.buffer)
  }

  /** Takes the next bar and gives its value. */
  update(input: BarInput<In>): BarOutput<Out> {
    this.#write(input)
    this.#stream.update()
    return this.#read()
  }

  /** The value that a bar would give, which is not taken: that of a forming bar. */
  peek(input: BarInput<In>): BarOutput<Out> {
    this.#write(input)
    this.#stream.peek()
    return this.#read()
  }

  /**
   * Takes the last bar again with corrected inputs, as if it had come so.
   *
   * @throws NeuralTraderError `INVALID_ARGUMENT` where no bar was taken yet.
   */
  replace(input: BarInput<In>): BarOutput<Out> {
    this.#write(input)
    if (!this.#stream.replace()) {
      const message = `${this.#shape.name} has taken no bar that could be replaced: call update first`
      throw new NeuralTraderError('INVALID_ARGUMENT', message)
    }
    return this.#read()
  }

  /** Forgets every bar. */
  reset(): void {
    this.#stream.reset()
  }

  /** Parameters and state as plain data. */
  toJSON(): SavedIndicator {
    const state = Array.from(this.#stream.save(), plain)
    return { indicator: this.#shape.name, params: this.#params, state }
  }

  /**
   * Goes on from a saved state of the same indicator with the same parameters.
   *
   * @throws NeuralTraderError `INVALID_ARGUMENT` where it is of another one.
   */
  restore(saved: SavedIndicator): this {
    const same =
      saved.indicator === this.#shape.name &&
      JSON.stringify(saved.params) === JSON.stringify(this.#params)
    if (!same) {
      const message = `The state is of ${saved.indicator} ${JSON.stringify(saved.params)}, not of ${this.#shape.name} ${JSON.stringify(this.#params)}: restore it into one of the same`
      throw new NeuralTraderError('INVALID_ARGUMENT', message)
    }
    this.#stream.restore(Float64Array.from(saved.state, Number))
    return this
  }
}

function plain(value: number): SavedIndicator['state'][number] {
  return Number.isFinite(value) ? value : (String(value) as 'NaN')
}

function writer<In extends string>(
  { write }: IndicatorShape<In, string>,
  buffer: Float64Array,
): (input: BarInput<In>) => void {
  if (write !== undefined) {
    return (input) => {
      write(buffer, input as { readonly [Name in In]: number })
    }
  }
  return (input) => {
    buffer[0] = input as number
  }
}

function reader<Out extends string>(
  { inputs, read }: IndicatorShape<string, Out>,
  buffer: Float64Array,
): () => BarOutput<Out> {
  const first = inputs.length
  if (read !== undefined) return () => read(buffer) as BarOutput<Out>
  return () => buffer[first] as BarOutput<Out>
}
