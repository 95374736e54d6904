import { open } from 'node:fs/promises'
import type { Bars } from '@neural-trader/core'
import { formatInstant } from '../instant.ts'
import { writeAtomically } from './atomic-file.ts'

const rowsPerPiece = 8192

/**
 * Writes bars as CSV under `close_time,open,high,low,close,volume`: times in ISO 8601 UTC, numbers in
 * the shortest digits that read back as the same number. The file is there whole or not at all.
 *
 * @throws NeuralTraderError `FILE_NOT_WRITABLE`.
 */
export async function writeCsv(bars: Bars, path: string): Promise<void> {
  await writeAtomically(path, async (temporary) => {
    const file = await open(temporary, 'w')
    try {
      await file.appendFile('close_time,open,high,low,close,volume\n')
      for (let start = 0; start < bars.time.length; start += rowsPerPiece) {
        await file.appendFile(
          csvRows(bars, start, Math.min(start + rowsPerPiece, bars.time.length)),
        )
      }
    } finally {
      await file.close()
    }
  })
}

function csvRows(
  { time, open, high, low, close, volume }: Bars,
  start: number,
  end: number,
): string {
  let rows = ''
  for (let i = start; i < end; i++) {
    rows += `${formatInstant(time[i]!)},${open[i]},${high[i]},${low[i]},${close[i]},${volume[i]}\n`
  }
  return rows
}
