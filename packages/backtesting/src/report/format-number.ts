/** What stands where a number is not defined. */
export const undefinedMark = '–'

/** Money in the currency of the account: `51,422.99`; large sums without decimals. */
export function formatMoney(value: number): string {
  return fixed(value, Math.abs(value) >= 1e8 ? 0 : 2)
}

/** Like {@link formatMoney}, with a sign: `+1,204.50`. */
export function formatSignedMoney(value: number): string {
  return signed(value, formatMoney)
}

/** A fraction as per cent: 0.2119 is `21.19 %`, with a space that does not break. */
export function formatPercent(value: number): string {
  const percent = value * 100
  const text = fixed(percent, percentDecimals(Math.abs(percent)))
  return Number.isNaN(percent) ? text : `${text}\u00A0%`
}

/** Like {@link formatPercent}, with a sign. */
export function formatSignedPercent(value: number): string {
  return signed(value, formatPercent)
}

/** A ratio such as Sharpe's: three decimals, fewer when it is large. */
export function formatRatio(value: number): string {
  const size = Math.abs(value)
  return fixed(value, size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3)
}

/** A whole number with separators. */
export function formatCount(value: number): string {
  return fixed(value, 0)
}

/** A number with as many digits as it needs, at most nine decimals: `0.0025`, `10,000`. */
export function formatPlain(value: number): string {
  return fixed(value, 9, 0)
}

/**
 * The decimals that show a column of prices or quantities: those its numbers have, at most `limit`,
 * and not more than some seven digits in all.
 */
export function columnDecimals(column: Float64Array, limit: number): number {
  const stride = Math.max(1, Math.floor(column.length / 500))
  let needed = 0
  let largest = 0
  for (let row = 0; row < column.length; row += stride) {
    const value = Math.abs(column[row] ?? 0)
    if (!Number.isFinite(value)) continue
    largest = Math.max(largest, value)
    while (needed < limit && needed < 9 && !isRounded(value, needed)) needed += 1
  }
  const room = largest === 0 ? 2 : Math.max(2, 6 - Math.floor(Math.log10(largest)))
  return Math.min(needed, room)
}

/** The decimals of the axis of a chart: two where numbers reach ten, else as {@link columnDecimals}. */
export function axisDecimals(column: Float64Array, limit: number): number {
  const decimals = columnDecimals(column, limit)
  return column.some((value) => value >= 10) ? Math.min(2, decimals) : decimals
}

function isRounded(value: number, decimals: number): boolean {
  const scaled = value * 10 ** decimals
  return Math.abs(scaled - Math.round(scaled)) <= 1e-9 * Math.max(1, scaled)
}

function percentDecimals(percent: number): number {
  if (percent >= 10_000) return 0
  if (percent === 0 || percent >= 0.1) return 2
  return Math.min(6, 1 - Math.floor(Math.log10(percent)))
}

function signed(value: number, format: (value: number) => string): string {
  const text = format(value)
  return value > 0 && /[1-9∞]/.test(text) ? `+${text}` : text
}

function fixed(value: number, decimals: number, least: number = decimals): string {
  if (Number.isNaN(value)) return undefinedMark
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞'
  const text =
    Math.abs(value) >= 1e15 ? value.toExponential(3) : formatter(least, decimals).format(value)
  return text.replace(/^-(?=[0.,]*$)/, '').replace('-', '−')
}

const formatters = new Map<number, Intl.NumberFormat>()

function formatter(least: number, most: number): Intl.NumberFormat {
  const key = least * 100 + most
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  })
  formatters.set(key, made)
  return made
}
