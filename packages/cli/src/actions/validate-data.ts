import { stat } from 'node:fs/promises'

import {
  exchangeCalendar,
  validateBars,
  validateFile,
  type ValidationReport,
} from '@neural-trader/market-data'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import { orInterrupted } from '../interruption.ts'
import { loadData, type CatalogOption } from './load-data.ts'
import { readingRules, type ReadingOptions } from './reading-rules.ts'
import { validationText } from './validation-text.ts'

/** The options of `neural-trader data validate`. */
export type ValidateDataOptions = ReadingOptions &
  CatalogOption & { readonly source: string; readonly calendar?: string }

/** Prints what stands out in a source of bars; fails where a finding makes it unusable. */
export const validateData: Action<ValidateDataOptions> = async (options, output) => {
  const report = await orInterrupted(validate(options, output.signal), output.signal)
  if (output.json) output.printJson(report)
  else output.print(validationText(report, output))
  return report.ok ? exitCode.ok : exitCode.failed
}

async function validate(
  options: ValidateDataOptions,
  signal: AbortSignal,
): Promise<ValidationReport> {
  const { source, calendar } = options
  const judge = calendar === undefined ? {} : { calendar: exchangeCalendar(calendar) }
  const isFile = (await stat(source).catch(() => null))?.isFile() === true
  if (isFile) return await validateFile(source, { ...readingRules(options), ...judge })
  return { ...validateBars(await loadData(source, options, signal), judge), source }
}
