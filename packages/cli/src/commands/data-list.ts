import { Command } from 'commander'

import { withExamples } from './examples.ts'
import { handle } from './handle.ts'
import { catalogOption } from './reading-options.ts'

/** `neural-trader data list`: what is in the catalogue. */
export function dataListCommand(signal: AbortSignal): Command {
  const command = new Command('list')
    .summary('list the series in the catalogue')
    .description('List the series in the catalogue.')
    .addOption(catalogOption())
    .action(handle(signal, async () => (await import('../actions/list-data.ts')).listData))
  return withExamples(command, ['neural-trader data list', 'neural-trader data list --json'])
}
