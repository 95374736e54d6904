import { lowerBound } from './trade-marks.js'

const month = (365.25 / 12) * 86_400_000
const day = 86_400_000
const ranges = [
  ['5Y', 60 * month],
  ['1Y', 12 * month],
  ['6M', 6 * month],
  ['1M', month],
  ['1W', 7 * day],
  ['1D', day],
]

/** Connects the buttons above the charts. */
export function connectTools(data, { chart, show }) {
  addRanges(data, chart)
  onEach('[data-pan]', ({ dataset }) => move(chart, data, { shift: Number(dataset.pan) * 0.5 }))
  onEach('[data-zoom]', ({ dataset }) => move(chart, data, { stretch: Number(dataset.zoom) }))
  document.getElementById('instrument')?.addEventListener('change', ({ target }) => {
    show(Number(target.value))
  })
  const logarithmic = document.getElementById('logarithmic')
  logarithmic.addEventListener('click', () => toggleLogarithmic(chart, logarithmic))
}

/** Shows a stretch of the chart around two positions, with room on both sides. */
export function showAround(data, chart, from, to) {
  const room = Math.max(15, (to - from) * 0.75)
  setRange(data, chart, from - room, to + room)
}

function onEach(selector, act) {
  for (const button of document.querySelectorAll(selector)) {
    button.addEventListener('click', () => act(button))
  }
}

/** Buttons for the latest stretches that are shorter than the run, the longest four of them. */
function addRanges({ time }, chart) {
  const last = time.length - 1
  const fitting = ranges.filter(([, span]) => {
    const points = last - lowerBound(time, time[last] - span)
    return span < time[last] - time[0] && points >= 5
  })
  const all = rangeButton('All', () => chart.timeScale().fitContent())
  const latest = fitting
    .slice(0, 4)
    .map(([name, span]) =>
      rangeButton(name, () =>
        setRange({ time }, chart, lowerBound(time, time[last] - span) - 0.5, last + 0.5),
      ),
    )
  document.getElementById('ranges').append(all, ...latest)
}

function rangeButton(name, act) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = name
  button.setAttribute('aria-label', name === 'All' ? 'Whole run' : `Last ${name}`)
  button.addEventListener('click', act)
  return button
}

function move(chart, data, { shift = 0, stretch = 1 }) {
  const range = chart.timeScale().getVisibleLogicalRange()
  if (!range) return
  const half = ((range.to - range.from) / 2) * stretch
  const middle = (range.from + range.to) / 2 + shift * (range.to - range.from)
  const inside = Math.min(data.time.length - half, Math.max(half - 1, middle))
  setRange(data, chart, inside - half, inside + half)
}

function setRange({ time }, chart, from, to) {
  chart.timeScale().setVisibleLogicalRange({
    from: Math.max(-0.5, from),
    to: Math.min(time.length - 0.5, to),
  })
}

function toggleLogarithmic(chart, button) {
  const on = button.getAttribute('aria-pressed') !== 'true'
  button.setAttribute('aria-pressed', String(on))
  for (const pane of [0, 1]) chart.priceScale('right', pane).applyOptions({ mode: on ? 1 : 0 })
}
