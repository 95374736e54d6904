/**
 * Labels at the top left of each pane that name its series and give their values under the
 * crosshair, or the last ones. `panes` holds a list of `{ name, sign, read }` for each pane, where
 * `read(point)` gives the text of a series at a point of time.
 */
export class Legend {
  constructor(container, panes) {
    this.panes = panes
    this.boxes = panes.map(() => {
      const box = document.createElement('div')
      box.className = 'legend'
      container.append(box)
      return box
    })
  }

  /** Fills the labels with the values at a point. */
  show(point) {
    this.panes.forEach((entries, pane) => {
      this.boxes[pane].replaceChildren(...entries().flatMap((entry) => label(entry, point)))
    })
  }

  /** Puts each label at the top of its pane. */
  place(chart) {
    const panes = chart.panes()
    let top = 0
    this.boxes.forEach((box, at) => {
      box.style.top = `${top + 6}px`
      top += (panes[at]?.getHeight() ?? 0) + 1
    })
  }
}

function label({ name, sign, read }, point) {
  const entry = document.createElement('span')
  if (sign) {
    const line = document.createElement('i')
    line.className = `sign ${sign}`
    entry.append(line)
  }
  const text = document.createElement('b')
  text.textContent = read(point)
  entry.append(`${name} `, text)
  return [entry]
}
