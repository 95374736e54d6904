import { expect, test } from 'vitest'

import { markup, scriptJson, trusted } from './html.ts'

test('escapes text and keeps markup', () => {
  const name = `<img src=x onerror="alert('1')">&`
  expect(markup`<b>${name}</b>${trusted('<i>')}`.html).toBe(
    '<b>&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;</b><i>',
  )
})

test('renders lists and numbers, and nothing for false and undefined', () => {
  expect(markup`${[1, markup`<b>${'a'}</b>`, false, undefined, ['<']]}`.html).toBe('1<b>a</b>&lt;')
})

test('JSON cannot end its script and reads back', () => {
  const value = { name: '</script><!-- <script>', columns: [1, null] }
  const { html } = scriptJson(value)
  expect(html).not.toContain('<')
  expect(JSON.parse(html)).toEqual(value)
})
