/** Markup that is already safe to embed. */
export type Html = { readonly html: string }

/** What a template may hold: text is escaped, markup is not, `false` and `undefined` vanish. */
export type HtmlValue = Html | string | number | false | undefined | readonly HtmlValue[]

/** Template tag that escapes every value that is not itself {@link Html}. (Not named `html`: formatters
 * would then move the white space within.) */
export function markup(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const pieces = parts.map((part, at) => part + (at < values.length ? render(values[at]) : ''))
  return { html: pieces.join('') }
}

/** Declares text to be markup. Only for text that this package itself wrote. */
export function trusted(html: string): Html {
  return { html }
}

/** Text with the characters that mean something in HTML replaced. */
function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
}

/**
 * JSON for a `<script type="application/json">`: nothing in it can end the element or open a
 * comment, whatever the strings hold.
 */
export function scriptJson(value: unknown): Html {
  return { html: JSON.stringify(value).replaceAll('<', String.raw`\u003c`) }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function render(value: HtmlValue): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  return 'html' in value ? value.html : value.map(render).join('')
}
