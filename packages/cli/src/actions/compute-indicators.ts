import { computeSpec, type Profile, type SpecEntry } from '@neural-trader/features'
import { writeTable } from '@neural-trader/market-data'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import { endsLike } from './ending.ts'
import { loadData, type LoadDataOptions } from './load-data.ts'
import { readSpec } from './read-spec.ts'
import { extent, summaryOf } from './wording.ts'

/** The options of `neural-trader indicators compute`. */
export type ComputeIndicatorsOptions = LoadDataOptions & {
  readonly data: string
  readonly spec: string
  readonly out: string
  readonly profile?: Profile
}

/** Writes the indicators of a list over bars. */
export const computeIndicators: Action<ComputeIndicatorsOptions> = async (
  { data, spec: file, out, profile, ...options },
  output,
) => {
  endsLike(out, ['csv', 'parquet', 'pq', 'json'])
  const spec = await readSpec(file)
  const bars = await loadData(data, options, output.signal)
  const columns = computeSpec(
    spec.map((entry) => spoken(entry, profile)),
    bars,
  )
  output.signal.throwIfAborted()
  await writeTable({ time: bars.time, columns }, out)
  const names = Object.keys(columns)
  if (output.json) output.printJson({ ...summaryOf(bars), columns: names, file: out })
  else {
    output.print(`${output.colors.bold(out)}  ${bars.instrument}, ${extent(bars)}`)
    output.print(names.join(', '))
  }
  return exitCode.ok
}

/** An entry that names no profile takes that of the command. */
function spoken(entry: SpecEntry, profile: Profile | undefined): SpecEntry {
  return profile === undefined ? entry : { profile, ...entry }
}
