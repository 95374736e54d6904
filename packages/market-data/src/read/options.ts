import type { Timeframe } from '@neural-trader/core'
import type { StampMeaning } from '../raw-bars.ts'
import type { ColumnMapping } from './columns.ts'

/** How a file of bars is read; everything that is left out is taken from the file. */
export type ReadBarsOptions = {
  /** `SYMBOL.VENUE`; the name of the file without its ending unless given or stated inside. */
  readonly instrument?: string
  /** Which column holds what, by name or by position from 0, where the usual names are not used. */
  readonly columns?: ColumnMapping
  /** Length of a bar; the most common spacing of the rows unless given, `1d` for a single row. */
  readonly timeframe?: Timeframe
  /**
   * Whether a row's time is when its bar opened or closed; `close` unless the column is called
   * `open_time`. A date, or a midnight where every row has one, means the whole day, which closes at
   * 23:59:59.999 UTC of that date, so that nobody sees a daily bar during its day.
   */
  readonly timestamp?: StampMeaning
  /** A `strptime` format, for example `%d/%m/%Y %H:%M`; ISO 8601 or an epoch number unless given. */
  readonly timestampFormat?: string
  /** IANA zone of times that state none, for example `America/New_York`; UTC unless given. */
  readonly timeZone?: string
  /** What separates the fields of a CSV file; detected among comma, semicolon, tab and `|`. */
  readonly delimiter?: string
  /** The decimal sign of a CSV file; a point unless given. */
  readonly decimal?: '.' | ','
  /** Scale prices by adjusted close over close; an adjusted close is ignored unless asked for. */
  readonly adjusted?: boolean
}
