import { NeuralTraderError } from '@neural-trader/core'
import { type Command, CommanderError } from 'commander'

import { findCommand } from './commands/find-command.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { interrupted, listenForInterruption } from './interruption.ts'
import { asNeuralTraderError, printError } from './output/print-error.ts'
import { createProgram } from './program.ts'

/** Runs a command line and sets the exit code of the process. */
export async function runCli(args: readonly string[]): Promise<void> {
  endQuietlyWhenNobodyReads()
  const interruption = listenForInterruption()
  const program = createProgram(interruption.signal)
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (thrown) {
    const error = interruption.exitCode() === undefined ? thrown : interrupted
    process.exitCode = tell(error, program, args)
  }
  // What was interrupted may still be reading in the background: it is not waited for.
  const code = interruption.exitCode()
  if (code !== undefined) process.exit(code)
}

function tell(thrown: unknown, program: Command, args: readonly string[]): ExitCode {
  const style = { json: args.includes('--json'), color: !args.includes('--no-color') }
  if (!(thrown instanceof CommanderError)) {
    printError(asNeuralTraderError(thrown), style)
    return exitCode.failed
  }
  if (thrown.exitCode === 0) return exitCode.ok
  const helped = thrown.code === 'commander.help' && !style.json
  if (!helped) printError(usageError(thrown, program, args), style)
  return exitCode.usage
}

function usageError(
  { code, message }: CommanderError,
  program: Command,
  args: readonly string[],
): NeuralTraderError {
  const { path } = findCommand(program, args)
  const complaint = code === 'commander.help' ? 'a command is missing' : sentenceOf(message)
  const remedy = `See ${path.join(' ')} --help`
  return new NeuralTraderError(
    'INVALID_ARGUMENT',
    `${complaint.replace(/[^.?]$/, '$&.')} ${remedy}`,
  )
}

/** Commander puts its suggestion on a line of its own, in parentheses. */
function sentenceOf(message: string): string {
  return message.replace(/^error: /, '').replace(/\n\((.*)\)$/, '. $1')
}

/** `neural-trader ... | head` closes the pipe early: that is no failure. */
function endQuietlyWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(exitCode.ok)
      throw error
    })
  }
}
