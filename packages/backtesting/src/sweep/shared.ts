type Column = Float64Array | BigInt64Array

/**
 * The same value with its columns in memory that threads share. Columns are copied once; everything
 * else is left as it is.
 */
export function shared<Value>(value: Value): Value {
  return share(value) as Value
}

function share(value: unknown): unknown {
  if (value instanceof Float64Array || value instanceof BigInt64Array) return copy(value)
  if (Array.isArray(value)) return value.map(share)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (ArrayBuffer.isView(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, share(each)]))
}

function copy(column: Column): Column {
  const buffer = new SharedArrayBuffer(column.byteLength)
  if (column instanceof Float64Array) {
    const own = new Float64Array(buffer)
    own.set(column)
    return own
  }
  const own = new BigInt64Array(buffer)
  own.set(column)
  return own
}
