import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { beforeAll, describe, expect, test } from 'vitest'

import { folderWith, runCli } from '../../test/run-cli.ts'

const recordBytes = 64
const backtest = 'backtest --data aapl --strategy sma-cross --fee-rate 0.1% --log'.split(' ')

/** The file of one run, made once. */
let saved: Buffer
let result: { counts: Record<string, number>; log: { hash: string; records: number } }

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'neural-trader-log-'))
  const { stdout } = await runCli([...backtest, 'run.ntlog', '--json'], folder)
  saved = readFileSync(join(folder, 'run.ntlog'))
  result = JSON.parse(stdout)
  rmSync(folder, { recursive: true })
})

function folderWithLogs(files: Readonly<Record<string, Uint8Array>>): string {
  const folder = folderWith({})
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  return folder
}

/** Where the records begin: after three lines of text. */
function recordsAt(bytes: Buffer): number {
  let at = 0
  for (let line = 0; line < 3; line++) at = bytes.indexOf(10, at) + 1
  return at
}

function flipped(at: number): Buffer {
  const bytes = Buffer.from(saved)
  bytes[at]! ^= 1
  return bytes
}

describe('backtest --log', () => {
  test('names the file, and leaves nothing else', async () => {
    const folder = folderWith({})
    const { code, stdout } = await runCli([...backtest, 'logs/run.ntlog'], folder)
    expect(code).toBe(0)
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(`Log     ${join('logs', 'run.ntlog')}`)
    expect(readdirSync(join(folder, 'logs'))).toEqual(['run.ntlog'])
    expect(readFileSync(join(folder, 'logs', 'run.ntlog')).equals(saved)).toBe(true)
  })

  test('in a place that cannot be written is an error', async () => {
    const { code, stderr } = await runCli(
      [...backtest, 'file/run.ntlog', '--json'],
      folderWith({ file: '' }),
    )
    expect([code, JSON.parse(stderr).error.code]).toEqual([1, 'FILE_NOT_WRITABLE'])
  })
})

describe('log show', () => {
  test('prints an event a line in plain words', async () => {
    const { code, stdout, stderr } = await runCli(
      ['log', 'show', 'run.ntlog'],
      folderWithLogs({ 'run.ntlog': saved }),
    )
    expect([code, stderr]).toEqual([0, ''])
    const [head, ...lines] = stdout.trimEnd().split('\n')
    expect(head).toMatch(/^Time \(UTC\) +Step +Event$/)
    expect(lines).toHaveLength(result.log.records)
    expect(lines[0]).toMatch(/^- +0 {2}account opened with 10000 \(log schema 1\)$/)
    expect(lines[2]).toMatch(
      /^\d{4}-\d\d-\d\dT[\d:.]+Z +\d+ {2}order 1 submitted: market (buy|sell) \d+ AAPL\.XNAS$/,
    )
    expect(lines[3]).toMatch(
      /order 1 filled in part: (bought|sold) \d+ AAPL\.XNAS at \d+\.\d+, fee \d+\.\d+$/,
    )
  })

  test('selects by kind, order and time', async () => {
    const folder = folderWithLogs({ 'run.ntlog': saved })
    const show = async (...options: string[]): Promise<Record<string, unknown>[]> => {
      const { stdout } = await runCli(['log', 'show', 'run.ntlog', '--json', ...options], folder)
      return JSON.parse(stdout)
    }
    const fills = await show('--kind', 'fills')
    expect(fills).toHaveLength(result.counts['fills']!)
    expect(fills[0]).toMatchObject({ event: 'fill', order: 1, instrument: 'AAPL.XNAS' })
    expect(fills[0]).toMatchObject({
      price: expect.stringMatching(/^\d+\.\d+$/),
      fee: expect.any(String),
    })
    const order = await show('--order', '2')
    expect(order.map(({ event }) => event)).toEqual(['submission', 'fill'])
    const [, second] = fills
    const day = String(second!['time']).slice(0, 10)
    expect(await show('--kind', 'fill', '--from', day, '--to', day)).toEqual([second])
    expect(await show('--kind', 'fills', '--kind', 'submissions', '--limit', '3')).toHaveLength(3)
    expect(await show('--order', '999999')).toEqual([])
  })

  test('a damaged log is printed, and then its damage told', async () => {
    const damaged = flipped(recordsAt(saved) + 2 * recordBytes + 8)
    const { code, stdout, stderr } = await runCli(
      ['log', 'show', 'bad.ntlog'],
      folderWithLogs({ 'bad.ntlog': damaged }),
    )
    expect(code).toBe(1)
    expect(stdout.trimEnd().split('\n')).toHaveLength(result.log.records + 1)
    expect(stderr).toMatch(/^error: bad\.ntlog is damaged at record 2/)
  })

  test.each([
    ['--kind fils', /fills/],
    ['--order 0', /--order is 0/],
    ['--limit 1.5', /--limit is 1\.5/],
    ['--from yesterday', /yesterday/],
  ])('%s is refused', async (options, message) => {
    const { code, stdout, stderr } = await runCli(
      ['log', 'show', 'run.ntlog', '--json', ...options.split(' ')],
      folderWithLogs({ 'run.ntlog': saved }),
    )
    expect([code, stdout]).toEqual([1, ''])
    expect(JSON.parse(stderr).error).toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringMatching(message),
    })
  })
})

describe('log verify', () => {
  test('a whole log folds to what the run ended with', async () => {
    const folder = folderWithLogs({ 'run.ntlog': saved })
    const { code, stdout } = await runCli(['log', 'verify', 'run.ntlog', '--json'], folder)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      damage: null,
      hash: result.log.hash,
      stated: result.log.hash,
      records: result.log.records,
      events: { fill: result.counts['fills'], submission: result.counts['orders'] },
      cash: expect.stringMatching(/^-?\d+(\.\d+)?$/),
      positions: { 'AAPL.XNAS': expect.stringMatching(/^-?\d+$/) },
    })
    const plain = await runCli(['log', 'verify', 'run.ntlog'], folder)
    expect(plain.stdout).toMatch(/^run\.ntlog is whole: \d+ records\n/)
  })

  const damages: readonly (readonly [string, (at: number) => Buffer, (at: number) => object])[] = [
    [
      'a changed byte of a record',
      (at) => flipped(at + 5 * recordBytes + 50),
      (at) => ({
        record: 5,
        offset: at + 5 * recordBytes,
        message: expect.stringContaining('chain breaks'),
      }),
    ],
    [
      'a changed check',
      () => flipped(saved.length - 1),
      () => ({ record: result.log.records - 1, message: expect.stringContaining('its check') }),
    ],
    [
      'a cut record',
      (at) => saved.subarray(0, at + 7 * recordBytes + 3),
      (at) => ({
        record: 7,
        offset: at + 7 * recordBytes,
        message: expect.stringContaining('ends here, 3 bytes'),
      }),
    ],
    [
      'cut checks',
      () => saved.subarray(0, -5),
      () => ({ record: result.log.records, offset: saved.length - 5 }),
    ],
    [
      'bytes too many',
      () => Buffer.concat([saved, Buffer.from('x')]),
      () => ({ record: result.log.records, offset: saved.length }),
    ],
  ]

  test.each(damages)('finds %s', async (_, bytes, damage) => {
    const at = recordsAt(saved)
    const folder = folderWithLogs({ 'bad.ntlog': bytes(at) })
    const { code, stdout } = await runCli(['log', 'verify', 'bad.ntlog', '--json'], folder)
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, damage: damage(at) })
  })
})

describe('what is no log', () => {
  const header = (text: string): Buffer => {
    return Buffer.from(`${text}${createHash('sha256').update(text).digest('hex')}\n`)
  }
  const files: readonly (readonly [string, () => Uint8Array | null, string, RegExp])[] = [
    ['a missing file', () => null, 'FILE_NOT_READABLE', /x\.ntlog cannot be read/],
    ['an empty file', () => Buffer.alloc(0), 'DATA_FORMAT', /is empty/],
    ['another file', () => Buffer.from('date,open\n1,2\n'), 'DATA_FORMAT', /is not an event log/],
    [
      'a later format',
      () => Buffer.from('NEURAL-TRADER EVENT LOG 2\n{}\n'),
      'DATA_FORMAT',
      /of format 2, unknown here/,
    ],
    [
      'a later schema',
      () => {
        const text = saved.subarray(0, saved.indexOf(10, saved.indexOf(10) + 1) + 1).toString()
        return header(text.replace('"schema":1', '"schema":9'))
      },
      'DATA_FORMAT',
      /records of schema 9/,
    ],
    ['a cut header', () => saved.subarray(0, 40), 'LOG_CORRUPT', /in its header/],
    ['a changed header', () => flipped(60), 'LOG_CORRUPT', /in its header/],
  ]

  test.each(files)('%s', async (_, bytes, code, message) => {
    const content = bytes()
    const folder = folderWithLogs(content === null ? {} : { 'x.ntlog': content })
    const {
      code: exit,
      stdout,
      stderr,
    } = await runCli(['log', 'verify', 'x.ntlog', '--json'], folder)
    expect([exit, stdout]).toEqual([1, ''])
    const { error } = JSON.parse(stderr)
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) })
  })

  test('is an error of show, and trouble of diff', async () => {
    const folder = folderWithLogs({ 'a.ntlog': saved, 'x.ntlog': Buffer.from('x') })
    const shown = await runCli(['log', 'show', 'x.ntlog', '--json'], folder)
    expect([shown.code, JSON.parse(shown.stderr).error.code]).toEqual([1, 'DATA_FORMAT'])
    const compared = await runCli(['log', 'diff', 'a.ntlog', 'none.ntlog', '--json'], folder)
    expect([compared.code, JSON.parse(compared.stderr).error.code]).toEqual([
      2,
      'FILE_NOT_READABLE',
    ])
  })
})

describe('log diff', () => {
  test('the same log is the same', async () => {
    const folder = folderWithLogs({ 'a.ntlog': saved, 'b.ntlog': saved })
    const { code, stdout } = await runCli(['log', 'diff', 'a.ntlog', 'b.ntlog'], folder)
    expect(code).toBe(0)
    expect(stdout).toContain('The logs are the same.')
  })

  test('other rules show where they part', async () => {
    const folder = folderWithLogs({ 'a.ntlog': saved })
    await runCli([...backtest, 'b.ntlog', '--max-order-quantity', '1'], folder)
    const { code, stdout } = await runCli(['log', 'diff', 'a.ntlog', 'b.ntlog', '--json'], folder)
    expect(code).toBe(1)
    const difference = JSON.parse(stdout)
    expect(difference).toMatchObject({
      same: false,
      first: {
        record: 2,
        a: { event: 'submission', order: 1 },
        b: { event: 'denial', order: 1, reason: 'MAX_ORDER_QUANTITY' },
      },
    })
    // All but the two that open a log.
    expect(difference.onlyInA).toHaveLength(result.log.records - 2)
    expect(difference.a.hash).not.toBe(difference.b.hash)
    const plain = await runCli(['log', 'diff', 'a.ntlog', 'b.ntlog', '--limit', '1'], folder)
    expect(plain.stdout).toMatch(/^B .*order 1 denied: market .*: max order quantity$/m)
    expect(plain.stdout).toMatch(/^ +and \d+ more/m)
  })
})
