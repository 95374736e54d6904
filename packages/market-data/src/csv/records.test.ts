import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRecordSplitter, firstRecords } from './records.ts'

test('fields, quotes and line breaks', () => {
  const text = 'a,"b ""c""\r\nd",\r\n\r\n1,2,3\n"",x"y,\r4,5,6'
  expect(firstRecords(text, ',', 10)).toEqual([
    { fields: ['a', 'b "c"\r\nd', ''], firstLine: 1, lastLine: 2 },
    { fields: ['1', '2', '3'], firstLine: 4, lastLine: 4 },
    { fields: ['', 'x"y', ''], firstLine: 5, lastLine: 5 },
    { fields: ['4', '5', '6'], firstLine: 6, lastLine: 6 },
  ])
})

test('what is written is read, in pieces of any size', () => {
  const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', 'é', ' ') })
  const records = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 5 })
  fc.assert(
    fc.property(records, fc.integer({ min: 1, max: 9 }), (rows, size) => {
      const text = rows
        .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
        .join('\r\n')
      const splitter = createRecordSplitter(',')
      const found = []
      for (let start = 0; start < text.length; start += size)
        found.push(...splitter.push(text.slice(start, start + size)))
      found.push(...splitter.end())
      expect(found.map(({ fields }) => fields)).toEqual(rows)
    }),
  )
})

test('knows when a quote stays open', () => {
  const splitter = createRecordSplitter(',')
  splitter.push('1,"2\n3,4\n')
  expect(splitter.insideQuotes()).toBe(true)
})
