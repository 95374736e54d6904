import { indicatorRegistry, type IndicatorInfo } from '@neural-trader/engine'
import * as features from '@neural-trader/features'

import type { Rival, RivalColumns, Timed } from './rival.ts'

/** One indicator: the best of its times in nanoseconds per bar, beside those of the rivals. */
export type Row = {
  readonly name: string
  readonly ours: number
  readonly rivals: readonly { readonly rival: Rival; readonly value: number }[]
}

/** A function of packages/features over numbers. */
type Face = (input: unknown, options: object) => unknown

const rounds = 5

/** Every indicator that a rival has too, beside all of them, in turn. */
export async function measureAll(columns: RivalColumns, rivals: readonly Rival[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const info of indicatorRegistry()) {
    const having = rivals.filter(({ calls }) => calls.has(info.name))
    if (having.length === 0) continue
    rows.push(await measureOne(info, columns, having))
  }
  return rows
}

async function measureOne(
  info: IndicatorInfo,
  columns: RivalColumns,
  rivals: readonly Rival[],
): Promise<Row> {
  const calls: readonly Timed[] = [ours(info), ...rivals.map((rival) => called(rival, info.name))]
  const best = calls.map(() => Infinity)
  for (let round = 0; round < rounds; round++) {
    for (const [index, call] of calls.entries()) {
      best[index] = Math.min(best[index] ?? Infinity, await call(columns))
    }
    globalThis.gc?.()
  }
  const [own = Number.NaN, ...others] = best
  return {
    name: info.name,
    ours: own,
    rivals: rivals.map((rival, index) => ({ rival, value: others[index] ?? Number.NaN })),
  }
}

function called(rival: Rival, name: string): Timed {
  return rival.calls.get(name) ?? (async () => Number.NaN)
}

/** The call that the documentation shows, with the default options and columns to write to. */
function ours({ name, inputs, outputs }: IndicatorInfo): Timed {
  const camel = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const face = (features as unknown as Readonly<Record<string, Face>>)[camel]
  if (face === undefined) throw new Error(`packages/features has no ${camel}: npm run features`)
  const made = new Map<string, Float64Array>()
  const column = (output: string, length: number) => {
    const known = made.get(output) ?? new Float64Array(length)
    made.set(output, known)
    return known
  }
  return async ({ typed }) => {
    const input = inputs.length === 1 ? typed[inputs[0] ?? ''] : typed
    const length = typed['close']?.length ?? 0
    const several = outputs.map((output) => [output.name, column(output.name, length)] as const)
    const out = outputs.length === 1 ? several[0]?.[1] : Object.fromEntries(several)
    const begun = performance.now()
    face(input, { out })
    return ((performance.now() - begun) * 1e6) / length
  }
}
