import { createHash, type Hash } from 'node:crypto'

/**
 * A digest of anything made of plain values, typed arrays, maps of them and functions, which are told
 * by their source. Two values with one digest are the same for a sweep.
 */
export function digestOf(...values: readonly unknown[]): string {
  const hash = createHash('sha256')
  for (const value of values) add(hash, value)
  return hash.digest('hex')
}

function add(hash: Hash, value: unknown): void {
  if (ArrayBuffer.isView(value)) {
    hash.update(`${value.constructor.name} ${value.byteLength}:`)
    hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
  } else if (Array.isArray(value)) {
    hash.update(`[${value.length}:`)
    for (const each of value) add(hash, each)
  } else if (value instanceof Date) {
    hash.update(`date ${value.getTime()};`)
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined)
    hash.update(`{${entries.length}:`)
    for (const [name, each] of entries.toSorted(([one], [other]) => (one < other ? -1 : 1))) {
      hash.update(`${name.length} ${name}=`)
      add(hash, each)
    }
  } else {
    const text = String(value)
    hash.update(`${typeof value} ${text.length} ${text};`)
  }
}
