/** Which colours a picture has: those the reader's system prefers, or fixed ones. */
export type Theme = 'auto' | 'light' | 'dark'

type Palette = {
  readonly paper: string
  readonly ink: string
  readonly quiet: string
  readonly grid: string
  readonly price: string
  readonly up: string
  readonly down: string
  /** Colours of the lines, in order; they start anew after the last. */
  readonly lines: readonly string[]
}

const light: Palette = {
  paper: '#ffffff',
  ink: '#1f2933',
  quiet: '#66727f',
  grid: '#e6e9ed',
  price: '#8a96a3',
  up: '#17956b',
  down: '#d2495a',
  lines: ['#1f6fd6', '#e0761b', '#8352d9', '#0f8f8f', '#c43d86', '#7d8a13'],
}

const dark: Palette = {
  paper: '#11161d',
  ink: '#e4e9ee',
  quiet: '#8f9ba8',
  grid: '#252d37',
  price: '#6d7a88',
  up: '#35b98a',
  down: '#ef6b7b',
  lines: ['#5aa2f5', '#f59a4a', '#ab85f5', '#3fc4c4', '#ec74b3', '#b7c543'],
}

/** How many colours there are for lines. */
export const lineColours: number = light.lines.length

/**
 * The style sheet of a picture with so many lines. Colours stand in it alone, so that it can follow
 * the reader.
 */
export function styleSheet(theme: Theme, lines: number): string {
  const chosen = theme === 'dark' ? dark : light
  const other =
    theme === 'auto' ? `@media(prefers-color-scheme:dark){${colourRules(dark, lines)}}` : ''
  return `${shapeRules}${colourRules(chosen, lines)}${other}`
}

const shapeRules =
  "text{font:12px Inter,'Segoe UI','Helvetica Neue',Arial,sans-serif}.h{font-size:15px;font-weight:600}" +
  'path,line{fill:none;stroke-width:1}.l{stroke-width:1.6;stroke-linejoin:round}.r{text-anchor:end}.m{text-anchor:middle}' +
  '.b{stroke:none;opacity:.1}.v,.c{stroke:none}.v{opacity:.35}'

function colourRules(palette: Palette, count: number): string {
  const { paper, ink, quiet, grid, price, up, down, lines } = palette
  const series = lines
    .slice(0, count)
    .map((colour, index) => `.s${index}{stroke:${colour}}.f${index}{fill:${colour}}`)
  return (
    `.p{fill:${paper}}text{fill:${ink}}.q{fill:${quiet}}.g{stroke:${grid}}.x{stroke:${price}}` +
    `.v,.y{fill:${price}}.u{stroke:${up}}.d{stroke:${down}}.U{fill:${up}}.D{fill:${down}}${series.join('')}`
  )
}
