import type { CalendarId } from '@neural-trader/market-data/calendar'
import { z } from 'zod'

/** Minutes before an auction: one number, or one each for new orders and for changes. */
export type Cutoff = number | { readonly entry: number; readonly change: number }

/** When at-open and at-close orders come too late; what is left out has no cutoff. */
export type Cutoffs = { readonly atOpen?: Cutoff; readonly atClose?: Cutoff }

/** The rules of the venue where they are known, none, or stated ones. */
export type CutoffOption = 'venue' | 'none' | Cutoffs

const minutes = z.number().min(0).max(1440)
const cutoff = z.union([minutes, z.strictObject({ entry: minutes, change: minutes })])

export const cutoffSchema: z.ZodType<CutoffOption> = z.union([
  z.enum(['venue', 'none']),
  z.strictObject({ atOpen: cutoff.exactOptional(), atClose: cutoff.exactOptional() }),
])

/**
 * What venues say. New York: on-close orders are entered, changed and cancelled before 15:50 (NYSE
 * rule 7.35B); on-open orders until the stock opens, so there is none. Nasdaq: on-open orders before
 * 9:28, on-close orders are entered before 15:55 and changed or cancelled before 15:50 (Nasdaq rule
 * 4702(b)). Of the other venues none is assumed.
 */
const venueCutoffs: Readonly<Partial<Record<CalendarId, Cutoffs>>> = {
  XNYS: { atClose: 10 },
  XNAS: { atOpen: 2, atClose: { entry: 5, change: 10 } },
}

/** The cutoffs of a calendar under an option. */
export function cutoffsOf(option: CutoffOption, calendar: CalendarId): Cutoffs {
  if (option === 'none') return {}
  return option === 'venue' ? (venueCutoffs[calendar] ?? {}) : option
}
