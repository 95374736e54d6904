import { expect, test } from 'vitest'

import { describeTerminal } from './terminal.ts'

const tty = { isTTY: true, columns: 120 }
const color = { color: true }

test('a terminal has its width and colour, a pipe neither', () => {
  expect(describeTerminal(tty, {}, color)).toMatchObject({
    isInteractive: true,
    width: 120,
    color: true,
  })
  expect(describeTerminal({}, {}, color)).toMatchObject({
    isInteractive: false,
    width: 80,
    color: false,
  })
  expect(describeTerminal({}, { COLUMNS: '132' }, color).width).toBe(132)
})

test.each([
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  [{ TERM: 'dumb' }, true, false],
  [{ FORCE_COLOR: '1' }, true, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: '1' }, false, false],
])('colour with %j and --color=%s: %s', (environment, wanted, expected) => {
  expect(describeTerminal(tty, environment, { color: wanted }).color).toBe(expected)
})

test.each([
  [{ LANG: 'C.UTF-8' }, true],
  [{ LANG: 'en_GB.utf8' }, true],
  [{ LANG: 'C.UTF-8', LC_ALL: 'C' }, false],
  [{ LANG: 'de_DE.ISO-8859-1' }, false],
])('characters beyond ASCII with %j: %s', (environment, expected) => {
  expect(describeTerminal(tty, environment, color).unicode).toBe(expected)
})
