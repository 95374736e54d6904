import type { Proposal, Proposals } from './proposals.ts'
import type { Shell } from './scripts.ts'

/** Proposals as the script of a shell reads them. */
export function formatAnswer(
  { values, files, open }: Proposals,
  shell: Shell,
  typed: string,
): string {
  const what = files ? ':files' : open ? ':nospace' : ':'
  return [what, ...values.map((proposal) => formats[shell](proposal, typed))].join('\n')
}

/**
 * The words of a line as one would read them. Bash takes a line apart at each `=`: the parts are put
 * together again.
 */
export function joinWords(words: readonly string[], shell: Shell): readonly string[] {
  if (shell !== 'bash') return words
  const joined: string[] = []
  for (const [at, word] of words.entries()) {
    const glued = at > 0 && (word === '=' || words[at - 1] === '=')
    joined.push(glued ? `${joined.pop()}${word}` : word)
  }
  return joined
}

const formats: Readonly<Record<Shell, (proposal: Proposal, typed: string) => string>> = {
  // Bash replaces what follows the last "=", so only that is offered.
  bash: ({ value }, typed) => value.slice(typed.lastIndexOf('=') + 1),
  zsh: ({ value, description }) =>
    `${value.replaceAll(':', '\\:')}${description === '' ? '' : `:${description}`}`,
  fish: ({ value, description }) => `${value}\t${description}`,
}
