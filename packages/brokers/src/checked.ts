import { NeuralTraderError } from '@neural-trader/core'
import type { z } from 'zod'

/**
 * A value that follows its schema.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` with the path of the first field that does not.
 */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.join('.') ?? ''
  throw new NeuralTraderError('INVALID_ARGUMENT', `${what} ${field}: ${issue?.message}`, {
    details: { field },
  })
}
