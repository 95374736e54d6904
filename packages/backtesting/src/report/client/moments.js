const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A moment in UTC: a date, with the time of day where the run is not daily. */
export function formatMoment(milliseconds, daily) {
  const text = new Date(milliseconds).toISOString()
  if (daily) return text.slice(0, 10)
  return `${text.slice(0, 10)} ${milliseconds % minute === 0 ? text.slice(11, 16) : text.slice(11, 19)}`
}

/** How long a trade was held, in one or two units. */
export function formatHeld(milliseconds) {
  if (milliseconds === 0) return 'same bar'
  if (milliseconds >= 2 * day) return `${Number((milliseconds / day).toFixed(1))} d`
  if (milliseconds >= hour) return twoUnits(milliseconds, hour, 'h', minute, 'min')
  if (milliseconds >= minute) return twoUnits(milliseconds, minute, 'min', 1000, 's')
  return `${milliseconds / 1000} s`
}

function twoUnits(milliseconds, big, bigName, small, smallName) {
  const units = Math.round(milliseconds / small)
  const per = big / small
  const whole = `${Math.floor(units / per)} ${bigName}`
  return units % per === 0 ? whole : `${whole} ${units % per} ${smallName}`
}

/** A formatter of numbers with a fixed count of decimals and a true minus; NaN is an en dash. */
export function numberFormat(decimals, { signed = false, unit = '' } = {}) {
  const format = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: signed ? 'exceptZero' : 'negative',
  })
  return (value) => (Number.isFinite(value) ? format.format(value).replace('-', '−') + unit : '–')
}
