import { bars, highest, lowest } from '@neural-trader/features'

import { defineStrategy, type StrategyFactory } from '../kit/define-strategy.ts'
import { int, type IntSpec } from '../kit/params.ts'
import { above, and, below, isLong, isShort, not, or, when } from '../kit/rules.ts'

/**
 * The turtles' channel: long at a new high of closes, short at a new low, out at the opposite
 * extreme of a shorter channel. The channels hold the bar in hand, so a new high is the bar whose
 * close equals the highest close.
 */
export const donchianBreakout: StrategyFactory<{ entry: IntSpec; exit: IntSpec }> = defineStrategy({
  name: 'donchian-breakout',
  description:
    'Long at a new high of the entry channel, short at a new low, out at the exit channel',
  params: {
    entry: int({ default: 20, min: 2, description: 'Bars of the entry channel' }),
    exit: int({ default: 10, min: 2, description: 'Bars of the exit channel' }),
  },
  check: ({ entry, exit }) =>
    exit <= entry ? undefined : `exit (${exit}) must not be above entry (${entry})`,
  indicators: ({ close }, { entry, exit }) => ({
    entryHigh: highest(close, { period: entry }),
    entryLow: lowest(close, { period: entry }),
    exitHigh: highest(close, { period: exit }),
    exitLow: lowest(close, { period: exit }),
  }),
  rules: ({ entryHigh, entryLow, exitHigh, exitLow }) => {
    const { close } = bars
    const newHigh = not(below(close, entryHigh))
    const newLow = not(above(close, entryLow))
    const leaveLong = and(isLong, not(newLow), not(above(close, exitLow)))
    const leaveShort = and(isShort, not(newHigh), not(below(close, exitHigh)))
    return [
      when(and(not(isLong), newHigh, not(newLow)), 1),
      when(and(not(isShort), newLow, not(newHigh)), -1),
      when(or(leaveLong, leaveShort), 0),
    ]
  },
})
