import type { BrokerOrderChange, BrokerOrderRequest } from '@neural-trader/core'
import { z } from 'zod'

const positive = z.number().positive().max(1e15)

/** What every broker checks of an order before it is sent. */
export const orderRequestSchema: z.ZodType<BrokerOrderRequest> = z.strictObject({
  clientOrderId: z
    .string()
    .regex(/^[\w-]{1,48}$/, 'give up to 48 letters, digits, dashes and underscores'),
  instrument: z.string().min(1),
  side: z.enum(['buy', 'sell']),
  quantity: positive,
  limit: positive.optional(),
  stop: positive.optional(),
  timeInForce: z.enum(['GTC', 'DAY', 'IOC', 'FOK']).optional(),
  reduceOnly: z.boolean().optional(),
}) as z.ZodType<BrokerOrderRequest>

/** What every broker checks of a change of an order. */
export const orderChangeSchema: z.ZodType<BrokerOrderChange> = z
  .strictObject({
    quantity: positive.optional(),
    limit: positive.optional(),
    stop: positive.optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    error: 'give quantity, limit or stop',
  }) as z.ZodType<BrokerOrderChange>
