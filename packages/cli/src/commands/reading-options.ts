import { Option } from 'commander'

import { choiceOption, pairOption } from './values.ts'

/** How files of bars are read; what is left out is taken from the file. */
export function readingOptions(): Option[] {
  return [
    new Option('--instrument <id>', 'SYMBOL.VENUE (default: the name of the file)'),
    new Option('--time-zone <zone>', 'zone of times that state none (default: UTC)'),
    choiceOption('--timestamp <meaning>', 'what a row’s time marks (default: close)', [
      'open',
      'close',
    ]),
    new Option(
      '--timestamp-format <format>',
      'how times are written, as in strptime: "%d/%m/%Y %H:%M"',
    ),
    new Option(
      '--bar-length <timeframe>',
      'length of a bar (default: the usual spacing of the rows)',
    ),
    pairOption(
      '--column <field=name>',
      'where a field is: close=Last, or time=0 by position; repeatable',
    ),
    new Option('--delimiter <sign>', 'what separates the fields (default: detected)'),
    choiceOption('--decimal <sign>', 'decimal sign (default: .)', ['.', ',']),
    new Option('--adjusted', 'scale prices by the adjusted close'),
  ]
}

/** Where named series are kept. */
export function catalogOption(): Option {
  return new Option('--catalog <folder>', 'folder of named series').env('NEURAL_TRADER_DATA')
}

/** A stretch of time; a date alone means the whole day. */
export function rangeOptions(): Option[] {
  return [
    new Option('--from <time>', 'first closing time, ISO 8601, UTC'),
    new Option('--to <time>', 'last closing time, included'),
  ]
}
