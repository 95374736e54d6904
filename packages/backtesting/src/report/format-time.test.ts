import { expect, test } from 'vitest'

import {
  formatDate,
  formatDuration,
  formatSpan,
  formatTime,
  toMilliseconds,
} from './format-time.ts'

const day = 86_400

test.each([
  [formatDuration(45), '45 s'],
  [formatDuration(90), '1 min 30 s'],
  [formatDuration(3600), '1 h'],
  [formatDuration(12_600), '3 h 30 min'],
  [formatDuration(3599.6), '60 min'],
  [formatDuration(4.25 * day), '4.3 days'],
  [formatDuration(584 * day), '584 days'],
  [formatDuration(Number.NaN), '–'],
  [formatSpan(8.54 * 365.25 * day), '8.5 years'],
  [formatSpan(200 * day), '7 months'],
  [formatSpan(12 * day), '12 days'],
  [formatDate(Date.UTC(2004, 7, 19)), '2004-08-19'],
  [formatTime(Date.UTC(2004, 7, 19, 14, 30)), '2004-08-19 14:30'],
  [formatTime(Date.UTC(2004, 7, 19, 14, 30, 5)), '2004-08-19 14:30:05'],
])('%s is %s', (text, expected) => {
  expect(text).toBe(expected)
})

test('nanoseconds are rounded down before and after the epoch', () => {
  expect([1_999_999n, 0n, -1n, -2_000_000n].map(toMilliseconds)).toEqual([1, 0, -1, -2])
})
