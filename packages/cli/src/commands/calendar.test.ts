import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { calendars } from '@neural-trader/market-data'
import { expect, test } from 'vitest'

import { folderWith, runCli } from '../../test/run-cli.ts'

const week = ['--from', '2024-11-25', '--to', '2024-12-02']

test('lists every calendar with its zone and its dates', async () => {
  const { code, stdout } = await runCli(['calendar', 'list'], folderWith({}))
  expect(code).toBe(0)
  expect(stdout).toMatch(/^XNYS +America\/New_York +1990-01-01 +2027-12-31 +New York Stock/m)
  for (const id of calendars()) expect(stdout).toMatch(new RegExp(`^${id} `, 'm'))
})

test('lists them as JSON, with where they come from', async () => {
  const { stdout } = await runCli(['calendar', 'list', '--json'], folderWith({}))
  const listed = JSON.parse(stdout) as { id: string; source: string }[]
  expect(listed.map(({ id }) => id)).toEqual(calendars())
  expect(listed[0]?.source).toMatch(/^exchange_calendars .*Apache-2\.0$/)
})

test('shows a week with a holiday and a half day', async () => {
  const { code, stdout, stderr } = await runCli(
    ['calendar', 'show', 'XNYS', ...week],
    folderWith({}),
  )
  expect([code, stderr]).toEqual([0, ''])
  const [, , ...lines] = stdout.trimEnd().split('\n')
  expect(lines.map((line) => line.split(/ {2,}/))).toEqual([
    ['Date', 'Day', 'Open (UTC)', 'Close (UTC)'],
    ['2024-11-25', 'Mon', '14:30', '21:00'],
    ['2024-11-26', 'Tue', '14:30', '21:00'],
    ['2024-11-27', 'Wed', '14:30', '21:00'],
    ['2024-11-29', 'Fri', '14:30', '18:00', 'half day'],
    ['2024-12-02', 'Mon', '14:30', '21:00'],
  ])
})

test('shows lunch breaks, and the date of an open on the day before', async () => {
  const day = ['--from', '2024-11-26', '--to', '2024-11-26']
  const tokyo = await runCli(['calendar', 'show', 'XTKS', ...day], folderWith({}))
  expect(tokyo.stdout).toMatch(/^2024-11-26 +Tue +00:00 +02:30-03:30 +06:30$/m)
  const chicago = await runCli(['calendar', 'show', 'CMES', ...day], folderWith({}))
  expect(chicago.stdout).toMatch(/^2024-11-26 +Tue +2024-11-25 23:00 +23:00$/m)
})

test('shows sessions as JSON', async () => {
  const { stdout } = await runCli(['calendar', 'show', 'XNYS', ...week, '--json'], folderWith({}))
  const shown = JSON.parse(stdout) as { sessions: unknown[] }
  expect(shown).toMatchObject({ calendar: 'XNYS', timeZone: 'America/New_York', to: '2024-12-02' })
  expect(shown.sessions[3]).toEqual({
    date: '2024-11-29',
    open: '2024-11-29T14:30:00Z',
    breakStart: null,
    breakEnd: null,
    close: '2024-11-29T18:00:00Z',
    halfDay: true,
  })
})

test('shows the week from today on', async () => {
  const before = new Date().toISOString().slice(0, 10)
  const { stdout } = await runCli(['calendar', 'show', '24/7', '--json'], folderWith({}))
  const { from, sessions } = JSON.parse(stdout) as { from: string; sessions: unknown[] }
  expect([before, new Date().toISOString().slice(0, 10)]).toContain(from)
  expect(sessions.length).toBe(7)
})

test('shows a week from a date on, and says where there is no session', async () => {
  const { stdout } = await runCli(
    ['calendar', 'show', '24/7', '--from', '2024-02-26'],
    folderWith({}),
  )
  expect(stdout.match(/^2024-/gm)?.length).toBe(7)
  const holiday = ['--from', '2024-07-04', '--to', '2024-07-04']
  const closed = await runCli(['calendar', 'show', 'XNYS', ...holiday], folderWith({}))
  expect(closed.stdout).toContain('No sessions from 2024-07-04 to 2024-07-04')
})

test.each([
  [['XNSY', ...week], /Did you mean XNYS\?/],
  [['XNYS', '--from', '2030-01-01'], /known from 1990-01-01 to 2027-12-31/],
  [['XNYS', '--from', 'soon'], /'soon' is not a date/],
])('%j is refused', async (words, message) => {
  const { code, stdout, stderr } = await runCli(
    ['calendar', 'show', ...words, '--json'],
    folderWith({}),
  )
  expect([code, stdout]).toEqual([1, ''])
  expect(JSON.parse(stderr).error).toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: expect.stringMatching(message),
  })
})

test('a calendar takes holidays off the gaps of a real index', async () => {
  const gaps = async (...options: string[]): Promise<number> => {
    const { stdout } = await runCli(
      ['data', 'validate', 'sp500', '--json', ...options],
      folderWith({}),
    )
    return (JSON.parse(stdout) as { missingBars: number }).missingBars
  }
  expect(await gaps()).toBeGreaterThan(150)
  expect(await gaps('--calendar', 'XNYS')).toBe(0)
})

test('a file is judged by a calendar too, and its bars made into sessions', async () => {
  const row = (time: string): string => `${time},1,2,1,1.5,10`
  const times = ['20:00Z', '21:00Z', '22:00Z'].map((time) => `2024-11-27T${time}`)
  const rows = [...times, '2024-11-29T15:30Z'].map((time) => row(time.replace('Z', ':00Z')))
  const folder = folderWith({
    'hours.csv': ['time,open,high,low,close,volume', ...rows].join('\n'),
  })
  const validate = ['data', 'validate', 'hours.csv', '--bar-length', '1h', '--json']
  const report = JSON.parse((await runCli([...validate, '--calendar', 'XNYS'], folder)).stdout)
  expect(report).toMatchObject({ missingBars: 0, closures: 1 })

  const resample = ['data', 'resample', 'hours.csv', '--timeframe', '1d', '--bar-length', '1h']
  const made = async (...options: string[]): Promise<unknown> =>
    JSON.parse(
      (await runCli([...resample, '--out', 'days.csv', '--json', ...options], folder)).stdout,
    )
  expect(await made('--calendar', 'XNYS')).toMatchObject({
    bars: 2,
    first: '2024-11-27T21:00:00Z',
    last: '2024-11-29T18:00:00Z',
  })
  expect(await made('--calendar', 'XNYS', '--extended-hours')).toMatchObject({ bars: 2 })
  const days = readFileSync(join(folder, 'days.csv'), 'utf8').trimEnd().split('\n')
  expect(days.map((line) => line.split(',').at(-1))).toEqual(['volume', '20', '20'])
  expect(await made('--calendar', 'XNYS', '--drop-partial')).toMatchObject({ bars: 1 })
})
