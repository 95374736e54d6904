import pc from 'picocolors'

import { openProgress, type Progress } from './progress.ts'
import { describeTerminal, type Terminal } from './terminal.ts'

/** Where a command's results go. */
export type Output = {
  /** Whether results are one JSON document and nothing else. */
  readonly json: boolean
  /** What the standard output can show. */
  readonly terminal: Terminal
  readonly colors: Colors
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal
  /** Writes a text and a line break to the standard output. */
  print(text: string): void
  /** Writes the JSON document to the standard output; what is not a finite number is null. */
  printJson(document: unknown): void
  /** A progress bar on the standard error, where a person looks at it. */
  openProgress(): Progress
}

/** Functions that colour a text, or return it as it is. */
export type Colors = ReturnType<typeof pc.createColors>

/** How the caller wants to be answered. */
export type OutputOptions = {
  readonly json: boolean
  readonly color: boolean
  readonly signal: AbortSignal
}

/** The output of this process. */
export function openOutput({ json, color, signal }: OutputOptions): Output {
  const terminal = describeTerminal(process.stdout, process.env, { color })
  const errors = describeTerminal(process.stderr, process.env, { color })
  return {
    json,
    terminal,
    colors: pc.createColors(terminal.color),
    signal,
    print: (text) => process.stdout.write(`${text}\n`),
    printJson: (document) => process.stdout.write(`${JSON.stringify(document, null, 2)}\n`),
    openProgress: () => openProgress({ ...errors, isInteractive: errors.isInteractive && !json }),
  }
}
