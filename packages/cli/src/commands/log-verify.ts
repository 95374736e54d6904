import { Command } from 'commander'

import { withExamples } from './examples.ts'
import { handle } from './handle.ts'

/** `neural-trader log verify`: whether a log is whole, and where not. */
export function logVerifyCommand(signal: AbortSignal): Command {
  const command = new Command('verify')
    .summary('check that a log is whole')
    .description(
      'Check the hash and the chain of a log, its schema, the life of every order, the sums of its fills, and fold cash and positions. Names the first damaged record and its byte in the file, and ends with exit code 1 if there is one.',
    )
    .argument('<log>', 'file that backtest --log wrote')
    .action(handle(signal, async () => (await import('../actions/verify-log.ts')).verifyLog))
  return withExamples(command, [
    'neural-trader log verify run.ntlog',
    'neural-trader log verify run.ntlog --json | jq .damage.offset',
  ])
}
