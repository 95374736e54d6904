import { NeuralTraderError, type Timeframe } from '@neural-trader/core'

/** What the catalogue knows of one series; kept as JSON beside its Parquet file. */
export type CatalogEntry = {
  readonly version: 1
  readonly name: string
  readonly instrument: string
  readonly timeframe: Timeframe
  readonly rows: number
  /** Closing times of the first and the last bar, ISO 8601. */
  readonly first: string
  readonly last: string
  /** The file it was imported from and that file's SHA-256; null for bars from memory. */
  readonly source: string | null
  readonly sourceSha256: string | null
  /** The Parquet file in the catalogue's folder, and its SHA-256. */
  readonly file: string
  readonly sha256: string
  /** When it was imported, ISO 8601. */
  readonly importedAt: string
}

const fieldTypes: Readonly<Record<keyof CatalogEntry, readonly string[]>> = {
  version: ['number'],
  name: ['string'],
  instrument: ['string'],
  timeframe: ['string'],
  rows: ['number'],
  first: ['string'],
  last: ['string'],
  source: ['string', 'null'],
  sourceSha256: ['string', 'null'],
  file: ['string'],
  sha256: ['string'],
  importedAt: ['string'],
}

/**
 * Reads an entry.
 *
 * @throws NeuralTraderError `DATA_FORMAT` when the text is not an entry of this version.
 */
export function parseCatalogEntry(text: string, path: string): CatalogEntry {
  const value = parseJson(text, path)
  const wrong = Object.entries(fieldTypes).find(
    ([field, types]) => !types.includes(typeName(value[field])),
  )
  if (wrong !== undefined || value['version'] !== 1 || /[/\\]/.test(String(value['file']))) {
    throw invalid(
      path,
      wrong === undefined
        ? 'its version or file is not supported'
        : `its '${wrong[0]}' is missing or wrong`,
    )
  }
  return value as CatalogEntry
}

/** An entry as it is kept. */
export function formatCatalogEntry(entry: CatalogEntry): string {
  return `${JSON.stringify(entry, null, 2)}\n`
}

function parseJson(text: string, path: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch (cause) {
    throw invalid(path, 'it is not JSON', cause)
  }
  throw invalid(path, 'it is not an object')
}

function invalid(path: string, what: string, cause?: unknown): NeuralTraderError {
  return new NeuralTraderError(
    'DATA_FORMAT',
    `${path} is no catalogue entry (${what}): remove it and import the series again`,
    {
      details: { path },
      ...(cause === undefined ? {} : { cause }),
    },
  )
}

function typeName(value: unknown): string {
  return value === null ? 'null' : typeof value
}
