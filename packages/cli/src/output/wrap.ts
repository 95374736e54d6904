import type { Terminal } from './terminal.ts'

/**
 * A sentence broken between words to fit a terminal, its later lines indented; where nobody looks it
 * stays one line, so that other programs find it whole.
 */
export function wrap(
  text: string,
  { isInteractive, width }: Pick<Terminal, 'isInteractive' | 'width'>,
  indent: number,
): string {
  const room = width - indent
  if (!isInteractive || room < 20) return text
  let length = 0
  const broken = text.split(' ').map((word, at) => {
    const fits = length + 1 + word.length <= room
    length = fits ? length + 1 + word.length : word.length
    return at === 0 ? word : `${fits ? ' ' : `\n${' '.repeat(indent)}`}${word}`
  })
  return broken.join('')
}
