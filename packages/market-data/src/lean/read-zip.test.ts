import { expect, test } from 'vitest'
import { failure, scratchFile } from '../../test/scratch.ts'
import { zip, type ZipFlaws } from '../../test/zip.ts'
import { readZippedText } from './read-zip.ts'

const text = 'a,b\n'.repeat(1000)

test.each<ZipFlaws>([{}, { method: 0 }, { comment: 'PK and other words' }])(
  'reads a file packed with %j',
  async (how) => {
    expect(await readZippedText(scratchFile('a.zip', zip('a.csv', text, how)))).toBe(text)
  },
)

test('reads an empty file', async () => {
  expect(await readZippedText(scratchFile('a.zip', zip('a.csv', '')))).toBe('')
})

const whole = zip('a.csv', text)

test.each<[string, Buffer, string]>([
  ['text', Buffer.from('date,open\n'.repeat(5)), 'directory is missing'],
  ['nothing', Buffer.alloc(0), 'directory is missing'],
  ['half an archive', whole.subarray(0, 40), 'directory is missing'],
  ['a hole before its directory', whole.subarray(10), 'directory is damaged'],
  ['two files', zip('a.csv', text, { files: 2 }), 'it holds 2 files'],
  ['another checksum', zip('a.csv', text, { checksum: 1 }), 'checksum differs'],
  ['a password', zip('a.csv', text, { flags: 1 }), 'needs a password'],
  ['another compression', zip('a.csv', text, { method: 12 }), 'method 12 is not supported'],
])('%s is refused', async (_, content, reason) => {
  const error = await failure(readZippedText(scratchFile('a.zip', content)))
  expect([error.code, error.message]).toEqual(['DATA_FORMAT', expect.stringContaining(reason)])
})

test('a file that is not there', async () => {
  expect((await failure(readZippedText('/nowhere/a.zip'))).code).toBe('FILE_NOT_READABLE')
})
