import type { Command } from 'commander'

import type { ExitCode } from '../exit-code.ts'
import { openOutput, type Output } from '../output/output.ts'

/** What a command does with its arguments and options, by name. */
export type Action<Options> = (options: Options, output: Output) => Promise<ExitCode>

/** A handler for Commander: it loads the action when it runs, so that help needs no engine. */
export function handle<Options>(
  signal: AbortSignal,
  load: () => Promise<Action<Options>>,
): (...received: unknown[]) => Promise<void> {
  return async (...received) => {
    const command = received.at(-1) as Command
    const {
      json = false,
      color = true,
      ...options
    } = command.optsWithGlobals<{ json?: boolean; color?: boolean }>()
    const action = await load()
    const output = openOutput({ json, color, signal })
    process.exitCode = await action({ ...namedArguments(command), ...options } as Options, output)
  }
}

function namedArguments(command: Command): Record<string, unknown> {
  const named = command.registeredArguments.map((argument, at) => [
    argument.name(),
    command.processedArgs[at],
  ])
  return Object.fromEntries(named.filter(([, value]) => value !== undefined))
}
