import { Command } from 'commander'

import { formatAnswer, joinWords } from '../completion/answer.ts'
import { propose } from '../completion/proposals.ts'
import { type Shell, shells } from '../completion/scripts.ts'
import { choiceOption } from './values.ts'

/** `neural-trader complete`: what a completion script asks; the last word is being typed. */
export function completeCommand(): Command {
  return new Command('complete')
    .addOption(choiceOption('--shell <shell>', 'who asks', shells).makeOptionMandatory())
    .argument('[words...]', 'the line after the name of the command')
    .action(async (given: string[], { shell }: { shell: Shell }, command: Command) => {
      const words = joinWords(given, shell)
      const { knownValues } = await import('../completion/known-values.ts')
      const proposals = await propose(command.parent!, words, knownValues)
      process.stdout.write(`${formatAnswer(proposals, shell, words.at(-1) ?? '')}\n`)
    })
}
