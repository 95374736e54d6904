/** A record of a CSV file: its fields, and the lines it spans, counted from 1. */
export type CsvRecord = {
  readonly fields: readonly string[]
  readonly firstLine: number
  readonly lastLine: number
}

/** Takes text in pieces of any size and gives the records that are complete. */
export type RecordSplitter = {
  readonly push: (text: string) => CsvRecord[]
  /** The last record, where the text did not end with a line break. */
  readonly end: () => CsvRecord[]
  /** Whether the text so far ends inside a quoted field. */
  readonly insideQuotes: () => boolean
}

/**
 * Splits CSV into records after RFC 4180: quoted fields, doubled quotes, `\n`, `\r\n` or `\r`. Blank
 * lines are no records. It reads headers and finds the cell that a message names; DuckDB reads the
 * rest.
 */
export function createRecordSplitter(delimiter: string): RecordSplitter {
  let fields: string[] = []
  let field = ''
  let quoted = false
  let afterQuote = false
  let afterReturn = false
  let line = 1
  let firstLine = 1

  const endRecord = (records: CsvRecord[]): void => {
    fields.push(field)
    const blank = fields.length === 1 && field === ''
    if (!blank) records.push({ fields, firstLine, lastLine: line })
    fields = []
    field = ''
    afterQuote = false
  }

  const take = (character: string, records: CsvRecord[]): void => {
    const isLineBreak = character === '\r' || (character === '\n' && !afterReturn)
    const isSecondHalf = character === '\n' && afterReturn
    afterReturn = character === '\r'
    if (quoted) {
      if (character === '"') {
        quoted = false
        afterQuote = true
      } else field += character
    } else if (isSecondHalf) return
    else if (isLineBreak) endRecord(records)
    else if (character === delimiter) {
      fields.push(field)
      field = ''
      afterQuote = false
    } else if (character === '"' && (field === '' || afterQuote)) {
      if (afterQuote) field += '"'
      quoted = true
      afterQuote = false
    } else field += character
    if (isLineBreak) {
      line += 1
      if (!quoted) firstLine = line
    }
  }

  return {
    push: (text) => {
      const records: CsvRecord[] = []
      for (const character of text) take(character, records)
      return records
    },
    end: () => {
      const records: CsvRecord[] = []
      if (field !== '' || fields.length > 0) endRecord(records)
      return records
    },
    insideQuotes: () => quoted,
  }
}

/** The first records of a text, at most `limit`; the last may be cut where the text is. */
export function firstRecords(text: string, delimiter: string, limit: number): CsvRecord[] {
  const splitter = createRecordSplitter(delimiter)
  const records: CsvRecord[] = []
  for (let start = 0; start < text.length && records.length < limit; start += 4096) {
    records.push(...splitter.push(text.slice(start, start + 4096)))
  }
  if (records.length < limit) records.push(...splitter.end())
  return records.slice(0, limit)
}
