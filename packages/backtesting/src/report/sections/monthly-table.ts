import type { BacktestResult } from '../../result.ts'
import { undefinedMark } from '../format-number.ts'
import { type Html, markup } from '../html.ts'
import { monthlyReturns, type YearOfReturns } from '../monthly-returns.ts'

/** Returns by month with the total of each year, shaded by size. */
export function monthlyTable({ time, equity, measures }: BacktestResult): Html {
  const years = monthlyReturns(time, equity, measures.startEquity)
  const scale = shadingScale(years)
  return markup`<section aria-labelledby="monthly-title">
    <h2 id="monthly-title">Monthly returns</h2>
    <div class="panel scroll" tabindex="0" role="region" aria-labelledby="monthly-title">
      <table class="monthly">
        <caption class="hidden">Return of each month and year in per cent</caption>
        <thead>
          <tr>
            <th scope="col">Year</th>
            ${months.map((month) => markup`<th scope="col">${month}</th>`)}
            <th scope="col" class="total">Year total</th>
          </tr>
        </thead>
        <tbody>
          ${years.map((year) => row(year, scale))}
        </tbody>
      </table>
    </div>
    <p class="note">
      Per cent, by calendar month in UTC; the months compound to the total return. A dash marks a
      month without bars${isRuined(years) && ' or one that began without equity'}.
    </p>
  </section>`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function row({ year, months, total }: YearOfReturns, scale: number): Html {
  return markup`<tr>
    <th scope="row">${year}</th>
    ${Array.from(months, (value) => cell(value, scale))}
    <td class="total${total < 0 && ' loss'}">${percent(total)}</td>
  </tr>`
}

function cell(value: number, scale: number): Html {
  if (Number.isNaN(value)) return markup`<td class="none">${undefinedMark}</td>`
  const strength = Math.min(1, Math.abs(value) / scale).toFixed(2)
  const tone = value < 0 ? 'down' : 'up'
  return markup`<td class="${tone}" style="--heat:${strength}">${percent(value)}</td>`
}

function percent(value: number): string {
  if (Number.isNaN(value)) return undefinedMark
  const text = (value * 100).toFixed(Math.abs(value) >= 10 ? 0 : 2)
  return text.replace(/^-(?=[0.]*$)/, '').replace('-', '−')
}

/** The size at which the shade is full: one that nine in ten months stay below. */
function shadingScale(years: readonly YearOfReturns[]): number {
  const sizes = years
    .flatMap(({ months }) => [...months])
    .filter((value) => !Number.isNaN(value))
    .map(Math.abs)
    .toSorted((a, b) => a - b)
  return sizes[Math.floor(sizes.length * 0.9)] || 1
}

function isRuined(years: readonly YearOfReturns[]): boolean {
  return years.some(({ months }) => months.includes(-1))
}
