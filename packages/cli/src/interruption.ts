import { NeuralTraderError } from '@neural-trader/core'

import { exitCode, type ExitCode } from './exit-code.ts'

/** Says whether the process was asked to stop, and stops what listens. */
export type Interruption = {
  readonly signal: AbortSignal
  /** The exit code of the signal that came, if one did. */
  exitCode(): ExitCode | undefined
}

/** What an interrupted command fails with. */
export const interrupted: NeuralTraderError = new NeuralTraderError('CANCELLED', 'Interrupted')

/**
 * Turns SIGINT and SIGTERM into an `AbortSignal`, so that no file is left half written. A second
 * signal ends the process at once.
 */
export function listenForInterruption(): Interruption {
  const controller = new AbortController()
  let code: ExitCode | undefined
  const stopWith = (reason: ExitCode) => (): void => {
    if (code !== undefined) process.exit(code)
    code = reason
    controller.abort(interrupted)
  }
  process.on('SIGINT', stopWith(exitCode.interrupted))
  process.on('SIGTERM', stopWith(exitCode.terminated))
  return { signal: controller.signal, exitCode: () => code }
}

/** The work's result, or `CANCELLED` as soon as the signal is aborted, for work that cannot stop itself. */
export async function orInterrupted<Value>(
  work: Promise<Value>,
  signal: AbortSignal,
): Promise<Value> {
  signal.throwIfAborted()
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = (): void => reject(signal.reason as Error)
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
