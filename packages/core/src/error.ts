import type { ErrorCode } from './error-code.ts'

/** What a program can read of an error: the row, the parameter, the file at fault. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>

/** How an error is made: its details, and the failure behind it. */
export type NeuralTraderErrorOptions = {
  readonly details?: ErrorDetails
  readonly cause?: unknown
}

/**
 * The one error of Neural Trader: a stable `code`, a `message` that names the offending value and
 * the remedy, `details` for programs and the `cause` where another failure lies behind it. Errors of
 * the Rust engine arrive as this class with the same codes.
 */
export class NeuralTraderError extends Error {
  override readonly name = 'NeuralTraderError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, options: NeuralTraderErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined)
    this.code = code
    this.details = options.details ?? {}
  }

  /** Plain data, as `--json` and the APIs show it. */
  toJSON(): { code: ErrorCode; message: string; details: ErrorDetails } {
    return { code: this.code, message: this.message, details: this.details }
  }
}
