import type { BacktestResult } from '../../result.ts'

/** What is said of every instrument: once where it is the same of all. */
export function perInstrument(words: readonly string[], bars: BacktestResult['bars']): string {
  const [first = ''] = words
  return words.every((word) => word === first)
    ? first
    : words.map((word, at) => `${bars[at]?.instrument ?? at}: ${word}`).join('; ')
}
