import { sampleBars, samples, type SampleName } from '@neural-trader/market-data'
import type { NeuralTraderError } from '@neural-trader/core'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import { suggestNearest } from '../suggest-nearest.ts'
import type { Output } from '../output/output.ts'
import { formatTable } from '../output/table.ts'
import { count, extent, summaryOf } from './wording.ts'
import { printWritten, writerFor } from './write-bars.ts'

/** The options of `neural-trader data sample`. */
export type SampleDataOptions = { readonly name?: string; readonly out?: string }

/** Lists the bundled series, or shows one and writes it to a file. */
export const sampleData: Action<SampleDataOptions> = async ({ name, out }, output) => {
  if (name === undefined) {
    list(output)
    return exitCode.ok
  }
  const write = out === undefined ? undefined : writerFor(out)
  const bars = await sampleBars(name as SampleName).catch((error: NeuralTraderError) => {
    throw suggestNearest(
      error,
      name,
      samples.map((sample) => sample.name),
    )
  })
  if (write === undefined || out === undefined) {
    if (output.json) output.printJson(summaryOf(bars))
    else output.print(`${output.colors.bold(name)}  ${bars.instrument}, ${extent(bars)}`)
    return exitCode.ok
  }
  await write(bars)
  printWritten(bars, out, output)
  return exitCode.ok
}

function list(output: Output): void {
  if (output.json) {
    output.printJson(samples.map(({ file: _file, ...sample }) => sample))
    return
  }
  const rows = samples.map(({ name, instrument, rows, description }) => [
    output.colors.bold(name),
    instrument,
    count(rows),
    description,
  ])
  output.print(formatTable(['Name', 'Instrument', 'Bars', 'What it is'], rows, output))
}
