import { Command } from 'commander'

import { withExamples } from './examples.ts'
import { handle } from './handle.ts'

/** `neural-trader strategies`: what there is to run. */
export function strategiesCommand(signal: AbortSignal): Command {
  const command = new Command('strategies')
    .summary('list strategies, show their parameters')
    .description('List the ready-made strategies, and show the parameters of one.')
    .addCommand(listCommand(signal))
    .addCommand(showCommand(signal))
  return withExamples(command, [
    'neural-trader strategies list',
    'neural-trader strategies show sma-cross',
  ])
}

function listCommand(signal: AbortSignal): Command {
  const command = new Command('list')
    .summary('list the ready-made strategies')
    .description('List the ready-made strategies.')
    .action(
      handle(signal, async () => (await import('../actions/list-strategies.ts')).listStrategies),
    )
  return withExamples(command, [
    'neural-trader strategies list',
    'neural-trader strategies list --json',
  ])
}

function showCommand(signal: AbortSignal): Command {
  const command = new Command('show')
    .summary('show what a strategy does and takes')
    .description('Show what a strategy does and the parameters it takes.')
    .argument('<strategy>', 'a ready-made strategy, a module that exports one, or a JSON document')
    .action(handle(signal, async () => (await import('../actions/show-strategy.ts')).showStrategy))
  return withExamples(command, [
    'neural-trader strategies show sma-cross',
    'neural-trader strategies show ./my-strategy.ts',
    'neural-trader strategies show macd-trend --json',
  ])
}
