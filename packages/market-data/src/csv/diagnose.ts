import { NeuralTraderError } from '@neural-trader/core'
import type { ReadBarsOptions } from '../read/options.ts'
import { textStream } from './file-head.ts'
import { type CsvLayout, showDelimiter } from './layout.ts'
import { createRecordSplitter, type CsvRecord } from './records.ts'

/** Text of one cell of a data row, both counted from 0; null when the row is not there. */
export async function cellText(
  path: string,
  compression: 'gzip' | 'text',
  layout: CsvLayout,
  row: number,
  column: number,
): Promise<string | null> {
  let index = 0
  for await (const record of dataRecords(path, compression, layout)) {
    if (index === row) return record.fields[column] ?? null
    index += 1
  }
  return null
}

/** Why DuckDB could not split the file into rows, in words that name the row. */
export async function structureError(
  path: string,
  compression: 'gzip' | 'text',
  layout: CsvLayout,
  options: ReadBarsOptions,
  cause: unknown,
): Promise<NeuralTraderError> {
  const text = cause instanceof Error ? cause.message : String(cause)
  if (options.timestampFormat !== undefined && text.includes('format specifier')) {
    return new NeuralTraderError(
      'INVALID_ARGUMENT',
      `timestampFormat '${options.timestampFormat}' is not a strptime format: write for example %Y-%m-%d %H:%M:%S`,
      { details: { timestampFormat: options.timestampFormat }, cause },
    )
  }
  const { row, what } = await findBrokenRow(path, compression, layout, text)
  return new NeuralTraderError('DATA_FORMAT', `${path}, ${what}`, {
    details: row === null ? { path } : { path, row },
    cause,
  })
}

type BrokenRow = { readonly row: number | null; readonly what: string }

async function findBrokenRow(
  path: string,
  compression: 'gzip' | 'text',
  layout: CsvLayout,
  text: string,
): Promise<BrokenRow> {
  const width = layout.names.length
  let row = 0
  try {
    for await (const record of dataRecords(path, compression, layout)) {
      row += 1
      const count = record.fields.length
      if (record.unclosed)
        return {
          row,
          what: `row ${row}: a quoted field is not closed; close it with a double quote`,
        }
      if (count !== width)
        return {
          row,
          what: `row ${row} has ${count} fields where the header has ${width}: ${remedy(layout, record)}`,
        }
    }
  } catch (error) {
    return {
      row,
      what: `after row ${row}: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
  const reason = text.includes('unicode')
    ? 'the text is not UTF-8: save the file as UTF-8'
    : 'the lines do not follow CSV: use one kind of line break and double quotes throughout'
  return { row: null, what: reason }
}

function remedy(layout: CsvLayout, record: CsvRecord): string {
  const [only] = record.fields
  const other = [';', '\t', '|', ','].find(
    (candidate) => candidate !== layout.delimiter && only!.includes(candidate),
  )
  if (record.fields.length === 1 && other !== undefined) {
    return `it is separated by ${showDelimiter(other)}, the header by ${showDelimiter(layout.delimiter)}; use one`
  }
  if (record.fields.length > layout.names.length && layout.delimiter === ',') {
    return 'remove the extra ones, and write decimals with a point'
  }
  return 'complete or remove the row'
}

type DataRecord = CsvRecord & { readonly unclosed: boolean }

async function* dataRecords(
  path: string,
  compression: 'gzip' | 'text',
  layout: CsvLayout,
): AsyncGenerator<DataRecord> {
  const splitter = createRecordSplitter(layout.delimiter)
  const decoder = new TextDecoder()
  const isData = (record: CsvRecord): boolean => record.lastLine > layout.headerEnd
  for await (const piece of textStream(path, compression) as AsyncIterable<Buffer>) {
    const records = splitter.push(decoder.decode(piece, { stream: true }))
    for (const record of records) if (isData(record)) yield { ...record, unclosed: false }
  }
  const unclosed = splitter.insideQuotes()
  for (const record of splitter.end()) if (isData(record)) yield { ...record, unclosed }
}
