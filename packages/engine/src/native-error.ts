import {
  errorCodes,
  NeuralTraderError,
  type ErrorCode,
  type ErrorDetails,
} from '@neural-trader/core'

/** Runs a native call; what it throws arrives as a {@link NeuralTraderError} with the same code. */
export function native<Value>(call: () => Value): Value {
  try {
    return call()
  } catch (error) {
    throw fromNative(error)
  }
}

/** The addon throws errors whose code is stable and whose message is JSON; anything else is a bug. */
function fromNative(cause: unknown): NeuralTraderError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (!(cause instanceof Error) || !isErrorCode(code)) return withoutCode(code, cause)
  return fromPayload(code, cause.message, cause)
}

/** An error by its code and the JSON that the addon gives with it. */
export function fromPayload(code: string, payload: string, cause: unknown): NeuralTraderError {
  if (!isErrorCode(code)) return withoutCode(code, cause)
  const { message, details } = JSON.parse(payload) as { message: string; details: ErrorDetails }
  return new NeuralTraderError(code, message, { details, cause })
}

/** What napi says when a value has not the type that was declared, as plain JavaScript can do. */
function withoutCode(code: unknown, cause: unknown): NeuralTraderError {
  const wrongType = code === 'InvalidArg' || (typeof code === 'string' && code.endsWith('Expected'))
  if (!wrongType) {
    return new NeuralTraderError('INTERNAL', `The native engine failed: ${String(cause)}`, {
      cause,
    })
  }
  const message = `A value has the wrong type for the engine: ${(cause as Error).message}`
  return new NeuralTraderError('INVALID_ARGUMENT', message, { cause })
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code)
}
