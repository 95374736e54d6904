import { literal } from '../duckdb.ts'
import { noTime, notANumber } from '../raw-bars.ts'

/** Expressions for the wall clock of a time and for the offset from UTC it states. */
export type TimeSql = { readonly local: string; readonly offset: string }

/** {@link noTime} as SQL. */
const none = `(${noTime})::BIGINT`

/**
 * A number cell as DOUBLE, correctly rounded, which is what `Number(text)` gives. DuckDB would read
 * `1_000` as 1000; here it is no number.
 */
export function numberSql(text: string, decimal: '.' | ',', whenEmpty: string): string {
  const unreadable = `(${notANumber})::DOUBLE`
  const plain = decimal === ',' ? `replace(${text}, ',', '.')` : text
  return `CASE WHEN ${text} IS NULL THEN ${whenEmpty} WHEN contains(${text}, '_') THEN ${unreadable}
    ELSE COALESCE(TRY_CAST(${plain} AS DOUBLE), ${unreadable}) END`
}

/** A column that already is a number. */
export function doubleSql(column: string, whenEmpty: string): string {
  return `COALESCE(CAST(${column} AS DOUBLE), ${whenEmpty})`
}

/** A column that already is a date or a timestamp. */
export function timestampSql(column: string, hasZone: boolean): TimeSql {
  return { local: `COALESCE(epoch_ns(${column}), ${none})`, offset: hasZone ? '0::BIGINT' : none }
}

/** A time written as text, after the look of the first one. */
export function textTimeSql(text: string, sample: string, format: string | undefined): TimeSql {
  const trimmed = `trim(${text})`
  if (format !== undefined) return formattedTimeSql(trimmed, format)
  if (/^\d{8}$/.test(sample)) return formattedTimeSql(trimmed, '%Y%m%d')
  if (/^-?\d{9,19}$/.test(sample)) return epochSql(`TRY_CAST(${trimmed} AS BIGINT)`)
  if (/^-?\d{9,10}\.\d+$/.test(sample)) {
    return {
      local: `COALESCE(CAST(TRY_CAST(${trimmed} AS DECIMAL(20, 9)) * 1000000000 AS BIGINT), ${none})`,
      offset: '0::BIGINT',
    }
  }
  return isoTimeSql(trimmed)
}

/** Seconds, milliseconds, microseconds or nanoseconds since the epoch, told apart by magnitude. */
export function epochSql(value: string): TimeSql {
  const scaled = [
    [100_000_000_000, 1_000_000_000],
    [100_000_000_000_000, 1_000_000],
    [100_000_000_000_000_000, 1_000],
  ].map(([limit, factor]) => `WHEN abs(${value}) < ${limit} THEN ${value} * ${factor}`)
  return {
    local: `COALESCE(CASE ${scaled.join(' ')} ELSE ${value} END, ${none})`,
    offset: '0::BIGINT',
  }
}

/** A format that states the zone gives the moment, another the wall clock. */
function formattedTimeSql(text: string, format: string): TimeSql {
  return {
    local: `COALESCE(epoch_ns(try_strptime(${text}, ${literal(format)})), ${none})`,
    offset: /%z/i.test(format) ? '0::BIGINT' : none,
  }
}

const zonePattern = String.raw`:\d{2}(?:\.\d+)?\s*(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$`

function isoTimeSql(text: string): TimeSql {
  const zone = `regexp_extract(${text}, ${literal(zonePattern)}, 1)`
  const body = `rtrim(left(${text}, length(${text}) - length(${zone})))`
  const minutes = `CASE WHEN length(${zone}) > 3 THEN right(${zone}, 2)::BIGINT ELSE 0 END`
  return {
    local: `COALESCE(CASE WHEN ${text}[1] BETWEEN '0' AND '9' THEN epoch_ns(TRY_CAST(${body} AS TIMESTAMP_NS)) END, ${none})`,
    offset: `CASE WHEN COALESCE(${zone}, '') = '' THEN ${none} WHEN ${zone}[1] NOT IN ('+', '-') THEN 0
      ELSE (CASE ${zone}[1] WHEN '-' THEN -1 ELSE 1 END) * (${zone}[2:3]::BIGINT * 60 + ${minutes}) * 60000000000 END`,
  }
}
