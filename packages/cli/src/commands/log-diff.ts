import { Command } from 'commander'

import { withExamples } from './examples.ts'
import { handle } from './handle.ts'
import { numberOption } from './values.ts'

/** `neural-trader log diff`: where two runs part. */
export function logDiffCommand(signal: AbortSignal): Command {
  const command = new Command('diff')
    .summary('compare two logs')
    .description(
      'Compare two logs: whether their hashes are equal, the first record in which they differ, and the events that only one of them has, order by order. Exit codes as of diff: 0 the same, 1 different, 2 trouble.',
    )
    .argument('<log>', 'file that backtest --log wrote')
    .argument('<other>', 'the file to compare with')
    .addOption(numberOption('--limit <count>', 'list so many events of either side').default(10))
    .action(handle(signal, async () => (await import('../actions/diff-logs.ts')).diffLogs))
  return withExamples(command, [
    'neural-trader log diff before.ntlog after.ntlog',
    'neural-trader log diff before.ntlog after.ntlog --json | jq .first',
  ])
}
