import { createHash } from 'node:crypto'

import { type Html, markup, scriptJson, trusted } from './html.ts'

/** What a page is made of. */
export type Page = {
  /** What the browser calls it. */
  readonly title: string
  readonly body: Html
  readonly styles: string
  /** Data for the scripts, by the identifier of its element. */
  readonly data?: { readonly id: string; readonly value: unknown }
  /** In the order in which they run. */
  readonly scripts?: readonly string[]
}

/** A page that needs nothing beside it: its content policy forbids every request. */
export function page({ title, body, styles, data, scripts = [] }: Page): string {
  return markup`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy(scripts)}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="generator" content="Neural Trader">
  <title>${title}</title>
  <link rel="icon" href="data:,">
  <style>${trusted(styles)}</style>
</head>
<body>
  ${body}
  ${data && markup`<script type="application/json" id="${data.id}">${scriptJson(data.value)}</script>`}
  ${scripts.map((script) => markup`<script>${trusted(script)}</script>`)}
</body>
</html>
`.html
}

/** Only these scripts run, and nothing is fetched from anywhere. */
function policy(scripts: readonly string[]): string {
  const hashes = scripts.map(
    (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
  const allowed = hashes.length === 0 ? '' : `; script-src ${hashes.join(' ')}`
  return `default-src 'none'; img-src data:; style-src 'unsafe-inline'${allowed}`
}
