import { Command } from 'commander'

import { withExamples } from './examples.ts'
import { logDiffCommand } from './log-diff.ts'
import { logShowCommand } from './log-show.ts'
import { logVerifyCommand } from './log-verify.ts'

/** `neural-trader log`: the event log of a run, for people. */
export function logCommand(signal: AbortSignal): Command {
  const command = new Command('log')
    .summary('read, check and compare event logs')
    .description('Read, check and compare the event logs that backtest --log writes.')
    .addCommand(logShowCommand(signal))
    .addCommand(logVerifyCommand(signal))
    .addCommand(logDiffCommand(signal))
  return withExamples(command, [
    'neural-trader backtest --data sp500 --strategy sma-cross --log run.ntlog',
    'neural-trader log show run.ntlog --kind fills',
    'neural-trader log verify run.ntlog',
  ])
}
