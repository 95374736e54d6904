/** How a piece of a line looks where the terminal has colour. */
export type Style = 'plain' | 'strong' | 'dim' | 'gain' | 'loss' | 'accent'

/** A piece of a line of text in one style. */
export type Piece = { readonly text: string; readonly style: Style }

/** A line as pieces, so that it can be cut to a width before colour is added. */
export type Line = readonly Piece[]

/** What the terminal can show. */
export type Terminal = {
  /** Columns; no line is wider. */
  readonly width: number
  readonly color: boolean
  /** Without it the text is plain ASCII. */
  readonly unicode: boolean
}

/** A piece of text, in the plain style unless given. */
export function piece(text: string, style: Style = 'plain'): Piece {
  return { text, style }
}

/** A line as the terminal gets it: cut to its width, without trailing spaces. */
export function printLine(line: Line, terminal: Terminal): string {
  const toCharacters = terminal.unicode ? breakable : toAscii
  const shown = line.map(({ text, style }) => piece(toCharacters(text), style))
  const fitting = withoutTrailingSpace(cut(shown, terminal))
  return fitting.map((part) => (terminal.color ? paint(part) : part.text)).join('')
}

function cut(line: Line, { width, unicode }: Terminal): Line {
  const length = line.reduce((sum, { text }) => sum + text.length, 0)
  if (length <= width) return line
  const ellipsis = unicode ? '…' : '...'
  if (width < ellipsis.length) return [piece(ellipsis.slice(0, width))]
  let room = width - ellipsis.length
  const kept = line.map(({ text, style }) => {
    const fits = text.slice(0, room)
    room -= fits.length
    return piece(fits, style)
  })
  return [...kept, piece(ellipsis, 'dim')]
}

function withoutTrailingSpace(line: Line): Line {
  const last = line.findLastIndex(({ text }) => text.trimEnd() !== '')
  return line
    .slice(0, last + 1)
    .map(({ text, style }, at) => piece(at === last ? text.trimEnd() : text, style))
}

/** Spaces that a reader can search for. */
function breakable(text: string): string {
  return text.replaceAll('\u00A0', ' ')
}

function toAscii(text: string): string {
  const known = breakable(text).replaceAll(/[−–×…∞’·]/g, (character) => ascii[character] ?? '?')
  return known.replaceAll(/[^\x20-\x7E]/g, '?')
}

const ascii: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '×': 'x',
  '…': '...',
  '∞': 'inf',
  '’': "'",
  '·': '-',
}

const codes: Readonly<Record<Style, readonly [on: number, off: number] | undefined>> = {
  plain: undefined,
  strong: [1, 22],
  dim: [2, 22],
  gain: [32, 39],
  loss: [31, 39],
  accent: [36, 39],
}

function paint({ text, style }: Piece): string {
  const code = codes[style]
  return code && text !== '' ? `\u001B[${code[0]}m${text}\u001B[${code[1]}m` : text
}
