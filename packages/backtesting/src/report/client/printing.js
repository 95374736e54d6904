import { readTheme } from './theme.js'

// What fits between the margins of A4 and Letter, in CSS pixels.
const paper = { width: 700, height: 560 }

/** Puts a light picture of the charts on paper, whatever the screen shows. */
export function preparePrinting({ chart, applyTheme, placeLegend }, container) {
  const root = document.documentElement
  let picture
  addEventListener('beforeprint', () => {
    root.dataset.printing = ''
    applyTheme(readTheme())
    chart.applyOptions({ autoSize: false })
    chart.resize(paper.width, paper.height, true)
    placeLegend()
    picture?.remove()
    picture = chart.takeScreenshot()
    container.append(picture)
  })
  addEventListener('afterprint', () => {
    delete root.dataset.printing
    applyTheme(readTheme())
    chart.applyOptions({ autoSize: true })
    placeLegend()
    picture?.remove()
  })
}
