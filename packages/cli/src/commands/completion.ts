import { Argument, Command } from 'commander'

import { completionScript, type Shell, shells } from '../completion/scripts.ts'
import { withExamples } from './examples.ts'

/** `neural-trader completion`: the script of a shell. */
export function completionCommand(): Command {
  const command = new Command('completion')
    .summary('print the completion script of a shell')
    .description('Print the script that completes this command in a shell.')
    .addArgument(new Argument('<shell>', 'your shell').choices(shells))
    .action((shell: Shell) => {
      process.stdout.write(`${completionScript(shell)}\n`)
    })
  return withExamples(command, [
    'eval "$(neural-trader completion bash)"                      # in ~/.bashrc',
    'source <(neural-trader completion zsh)                       # in ~/.zshrc',
    'neural-trader completion fish | source                       # in ~/.config/fish/config.fish',
  ])
}
