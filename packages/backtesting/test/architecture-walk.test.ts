import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

const page = new URL('../../../docs/architecture.md', import.meta.url)

/** The rows of the walk: a link to a file, and what to look for in it. */
function hops(): readonly {
  readonly file: string
  readonly lookFor: string
  readonly says: string
}[] {
  const rows = readFileSync(page, 'utf8').matchAll(
    /^\| \d +\| \[[^\]]+\]\(([^)]+)\) +\| `([^`]+)` +\| (.+?) +\|$/gm,
  )
  return [...rows].map(([, file = '', lookFor = '', says = '']) => ({ file, lookFor, says }))
}

/** The text of a Rust function, up to the brace that closes it. */
function bodyOf(source: string, head: string): string {
  const [, indent = ''] = new RegExp(`^( *)[^\\n]*${head}\\b`, 'm').exec(source) ?? []
  const from = source.search(new RegExp(`\\b${head}\\b`))
  return source.slice(from, source.indexOf(`\n${indent}}`, from))
}

test('the walk reaches the line that fills an order in four hops', () => {
  const walk = hops()
  expect(walk).toHaveLength(4)
  for (const { file, lookFor } of walk)
    expect(readFileSync(new URL(file, page), 'utf8')).toContain(lookFor)
  const bodies = walk.map(({ file, lookFor }) =>
    bodyOf(readFileSync(new URL(file, page), 'utf8'), lookFor),
  )
  expect(bodies[0]).toContain('kernel.apply(Event::Bar')
  expect(bodies[1]).toContain('self.match_bar(')
  expect(bodies[2]).toContain('self.try_fill(')
  expect(bodies[3]).toContain('RecordKind::OrderFilled')
  expect(bodies[3]).toContain('self.ledger.book(')
})
