import { Command, Option } from 'commander'

import { withExamples } from './examples.ts'
import { handle } from './handle.ts'
import { numberOption, repeatedOption } from './values.ts'

/** `neural-trader log show`: one line an event. */
export function logShowCommand(signal: AbortSignal): Command {
  const command = new Command('show')
    .summary('print the events of a log, one a line')
    .description(
      'Print the events of a log in plain words, one a line. With --json an array with one event a line; money, prices and quantities are exact decimal texts. A damaged log is printed as far as it can be read, and ends with exit code 1.',
    )
    .argument('<log>', 'file that backtest --log wrote')
    .addOption(numberOption('--order <number>', 'events of one order only'))
    .addOption(repeatedOption('--kind <name>', 'events of this kind only: fills; repeatable'))
    .addOption(new Option('--from <time>', 'first time, ISO 8601, UTC'))
    .addOption(new Option('--to <time>', 'last time, included'))
    .addOption(numberOption('--limit <count>', 'stop after so many events'))
    .action(handle(signal, async () => (await import('../actions/show-log.ts')).showLog))
  return withExamples(command, [
    'neural-trader log show run.ntlog --order 17',
    'neural-trader log show run.ntlog --kind fills --from 2008-01-01 --to 2008-12-31',
    'neural-trader log show run.ntlog --kind denials --json | jq -r ".[].reason"',
  ])
}
