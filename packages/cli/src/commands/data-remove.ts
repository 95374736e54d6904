import { Command } from 'commander'

import { withExamples } from './examples.ts'
import { handle } from './handle.ts'
import { catalogOption } from './reading-options.ts'

/** `neural-trader data remove`: forgets a series of the catalogue. */
export function dataRemoveCommand(signal: AbortSignal): Command {
  const command = new Command('remove')
    .summary('forget a series of the catalogue')
    .description('Forget a series of the catalogue and delete the catalogue’s copy of its bars.')
    .argument('<name>', 'name in the catalogue')
    .addOption(catalogOption())
    .action(handle(signal, async () => (await import('../actions/remove-data.ts')).removeData))
  return withExamples(command, ['neural-trader data remove acme'])
}
