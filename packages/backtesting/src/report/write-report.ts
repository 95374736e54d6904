import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

import { NeuralTraderError } from '@neural-trader/core'

import type { BacktestResult } from '../result.ts'
import { renderReport, type ReportOptions } from './render-report.ts'

/**
 * Writes the report of a run and returns its absolute path. Missing folders are made. The file
 * appears whole or not at all; an earlier one at the path is replaced.
 *
 * @throws NeuralTraderError `FILE_NOT_WRITABLE` naming the path.
 */
export async function writeReport(
  result: BacktestResult,
  path: string,
  options: ReportOptions = {},
): Promise<string> {
  const target = resolve(path)
  const page = await renderReport(result, options)
  const draft = `${target}.${randomUUID()}.tmp`
  try {
    await mkdir(dirname(target), { recursive: true })
    await writeFile(draft, page)
    await rename(draft, target)
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => {})
    throw notWritable(target, cause)
  }
  return target
}

function notWritable(path: string, cause: unknown): NeuralTraderError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new NeuralTraderError(
    'FILE_NOT_WRITABLE',
    `The report cannot be written to ${path} (${reason}): choose a path in a folder you may write to`,
    { details: { path }, cause },
  )
}
