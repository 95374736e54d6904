import { type Argument, Command } from 'commander'
import pc from 'picocolors'

import { backtestCommand } from './commands/backtest.ts'
import { calendarCommand } from './commands/calendar.ts'
import { checkCommand } from './commands/check.ts'
import { compareCommand } from './commands/compare.ts'
import { completeCommand } from './commands/complete.ts'
import { completionCommand } from './commands/completion.ts'
import { dataCommand } from './commands/data.ts'
import { withExamples } from './commands/examples.ts'
import { indicatorsCommand } from './commands/indicators.ts'
import { logCommand } from './commands/log.ts'
import { strategiesCommand } from './commands/strategies.ts'
import { sweepCommand } from './commands/sweep.ts'
import { walkForwardCommand } from './commands/walk-forward.ts'
import { describeTerminal } from './output/terminal.ts'
import { version } from './version.ts'

const exitCodes = `
Exit codes:
  0    the work is done
  1    it failed; the error has a stable code
  2    the command line was not understood
  130  interrupted (Ctrl-C)`

/** The command line: every command with its options; what a command does is loaded when it runs. */
export function createProgram(signal: AbortSignal): Command {
  const program = new Command('neural-trader')
    .description('Backtest trading strategies on a Rust engine, and keep the data they run on.')
    .version(version(), '-V, --version', 'print the version')
    .option(
      '--json',
      'one JSON document on the standard output, errors as JSON on the standard error',
    )
    .option('--no-color', 'plain text; so does the variable NO_COLOR')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .addCommand(backtestCommand(signal))
    .addCommand(sweepCommand(signal))
    .addCommand(walkForwardCommand(signal))
    .addCommand(compareCommand(signal))
    .addCommand(dataCommand(signal))
    .addCommand(strategiesCommand(signal))
    .addCommand(indicatorsCommand(signal))
    .addCommand(checkCommand(signal))
    .addCommand(calendarCommand(signal))
    .addCommand(logCommand(signal))
    .addCommand(completionCommand())
    .addCommand(completeCommand(), { hidden: true })
    .addHelpText('after', exitCodes)
  withExamples(program, [
    'neural-trader backtest --data sp500 --strategy sma-cross',
    'neural-trader backtest --data bars.csv --strategy ./my-strategy.ts --report report.html',
    'neural-trader strategies list',
  ])
  for (const command of allCommands(program)) setUp(command)
  return program
}

function allCommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allCommands)]
}

/** Errors are thrown and told in one place; help fits the terminal. */
function setUp(command: Command): void {
  const color = !process.argv.includes('--no-color')
  const json = process.argv.includes('--json')
  const { bold, cyan } = pc.createColors(
    describeTerminal(process.stdout, process.env, { color }).color,
  )
  command
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: () => {}, ...(json ? { writeErr: () => {} } : {}) })
    .configureHelp({
      showGlobalOptions: true,
      subcommandTerm: (inner) =>
        [inner.name(), ...inner.registeredArguments.map(argumentTerm)].join(' '),
      styleTitle: bold,
      styleOptionTerm: cyan,
      styleSubcommandTerm: cyan,
      styleArgumentTerm: cyan,
    })
}

function argumentTerm(argument: Argument): string {
  return argument.required ? `<${argument.name()}>` : `[${argument.name()}]`
}
