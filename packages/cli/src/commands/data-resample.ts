import { Command } from 'commander'

import { addOptions } from './add-options.ts'
import { calendarOption } from './calendar.ts'
import { withExamples } from './examples.ts'
import { handle } from './handle.ts'
import { catalogOption, rangeOptions, readingOptions } from './reading-options.ts'

/** `neural-trader data resample`: a coarser timeframe. */
export function dataResampleCommand(signal: AbortSignal): Command {
  const command = new Command('resample')
    .summary('put bars together into a coarser timeframe')
    .description('Put bars together into a coarser timeframe, aligned to UTC, weeks from Monday.')
    .argument('<source>', 'file (CSV, Parquet), sample or name in the catalogue')
    .requiredOption('--timeframe <length>', 'length of the new bars: 1h, 1d, 1w, 1M')
    .requiredOption('--out <file>', 'file to write: .csv or .parquet')
    .addOption(calendarOption('make 1d of the sessions of this exchange calendar'))
    .option('--extended-hours', 'count bars outside of sessions into the next session')
    .option('--drop-partial', 'leave out a last bar whose period has not ended')
    .addOption(catalogOption())
  addOptions(command, 'Data:', rangeOptions())
  addOptions(command, 'Reading files:', readingOptions())
  command.action(
    handle(signal, async () => (await import('../actions/resample-data.ts')).resampleData),
  )
  return withExamples(command, [
    'neural-trader data resample sp500 --timeframe 1w --out sp500-weekly.csv',
    'neural-trader data resample minutes.parquet --timeframe 1h --from 2024-01-01 --out hours.parquet',
    'neural-trader data resample minutes.parquet --timeframe 1d --calendar XNYS --out days.csv',
  ])
}
