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
function fromNative(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !isErrorCode(error.code)) {
    return new NeuralTraderError('INTERNAL', `The native engine failed: ${String(error)}`, {
      cause: error,
    })
  }
  const { message, details } = JSON.parse(error.message) as {
    message: string
    details: ErrorDetails
  }
  return new NeuralTraderError(error.code, message, { details, cause: error })
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && code in errorCodes
}
