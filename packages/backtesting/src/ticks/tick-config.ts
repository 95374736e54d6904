import type { RunConfig } from '@neural-trader/engine'

import type { BacktestOptions } from '../options.ts'
import { runConfig } from '../profiles.ts'

/** The complete rules of a run over quotes and trades. */
export function tickConfig(options: Partial<BacktestOptions>): RunConfig {
  const { data: _data, strategy: _strategy, fillPolicy = 'next-quote', ...rest } = options
  return runConfig({ ...rest, fillPolicy })
}
