import type { WriteStream } from 'node:tty'

/** What a stream can show. */
export type Terminal = {
  /** Whether a person looks at it, rather than a file or another program. */
  readonly isInteractive: boolean
  /** Columns; of a file or a pipe those of `COLUMNS`, else 80. */
  readonly width: number
  readonly color: boolean
  /** Whether characters beyond ASCII can be expected to appear. */
  readonly unicode: boolean
}

type Stream = Partial<Pick<WriteStream, 'isTTY' | 'columns'>>
type Environment = Readonly<Record<string, string | undefined>>

/** Asks a stream and the environment: `NO_COLOR`, `FORCE_COLOR`, `TERM`, `COLUMNS`, the locale. */
export function describeTerminal(
  stream: Stream,
  environment: Environment,
  { color }: { color: boolean },
): Terminal {
  const isInteractive = Boolean(stream.isTTY) && environment['TERM'] !== 'dumb'
  return {
    isInteractive,
    width: widthOf(stream, environment),
    color: color && wantsColor(environment, isInteractive),
    unicode: showsUnicode(environment),
  }
}

function widthOf(stream: Stream, environment: Environment): number {
  if (stream.isTTY && stream.columns) return stream.columns
  const stated = Number(environment['COLUMNS'])
  return Number.isInteger(stated) && stated > 0 ? stated : 80
}

function wantsColor(environment: Environment, isInteractive: boolean): boolean {
  if ((environment['NO_COLOR'] ?? '') !== '') return false
  const forced = environment['FORCE_COLOR'] ?? ''
  return forced === '' ? isInteractive : forced !== '0' && forced !== 'false'
}

/** A locale that is stated decides; without one, all but the Linux console and old Windows do. */
function showsUnicode(environment: Environment): boolean {
  const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || ''
  if (locale !== '') return /utf-?8/i.test(locale)
  if (process.platform === 'win32')
    return Boolean(environment['WT_SESSION'] ?? environment['TERM_PROGRAM'])
  return environment['TERM'] !== 'linux'
}
