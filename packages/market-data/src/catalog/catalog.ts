import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Bars, NeuralTraderError } from '@neural-trader/core'
import { formatInstant, type TimeRange } from '../instant.ts'
import type { ReadBarsOptions } from '../read/options.ts'
import { readBars } from '../read/read-bars.ts'
import { selectRange } from '../select-range.ts'
import { faultError, memoryOrigin } from '../validate/describe-fault.ts'
import { findFaults } from '../validate/find-faults.ts'
import { unfinishedSuffix, writeAtomically } from '../write/atomic-file.ts'
import { writeParquet } from '../write/write-parquet.ts'
import { type CatalogEntry, formatCatalogEntry, parseCatalogEntry } from './catalog-entry.ts'
import { defaultCatalogFolder } from './default-folder.ts'

/** A folder of named series: a Parquet file and a JSON entry for each. */
export interface Catalog {
  readonly folder: string
  /**
   * Adds bars, or the bars of a file, under a name; a series of that name is replaced. The entry takes
   * effect at one moment: a crash leaves the old series or the new one.
   *
   * @throws NeuralTraderError what {@link readBars} throws; `INVALID_ARGUMENT` for a name that is no
   * file name; `FILE_NOT_WRITABLE`.
   */
  import(
    source: Bars | string | URL,
    name: string,
    options?: ReadBarsOptions,
  ): Promise<CatalogEntry>
  /** The entries, by name. */
  list(): Promise<readonly CatalogEntry[]>
  /**
   * The bars that close within a range, all of them unless one is given.
   *
   * @throws NeuralTraderError `UNKNOWN_DATASET`; `DATA_EMPTY` when no bar closes in the range;
   * `DATA_FORMAT` when the file is not the one that was imported.
   */
  load(name: string, range?: TimeRange): Promise<Bars>
  /** Forgets a series and deletes its file. @throws NeuralTraderError `UNKNOWN_DATASET`. */
  remove(name: string): Promise<void>
}

/**
 * Opens the catalogue in a folder, which is made when something is imported.
 *
 * @param folder `NEURAL_TRADER_DATA`, or `neural-trader` in the user's data folder, unless given.
 */
export function openCatalog(folder: string = defaultCatalogFolder(process.env)): Catalog {
  const root = resolve(folder)
  return {
    folder: root,
    import: (source, name, options) => importSeries(root, source, name, options),
    list: () => listEntries(root),
    load: (name, range = {}) => loadSeries(root, name, range),
    remove: (name) => removeSeries(root, name),
  }
}

async function importSeries(
  root: string,
  source: Bars | string | URL,
  name: string,
  options: ReadBarsOptions = {},
): Promise<CatalogEntry> {
  refuseName(name)
  const isFile = typeof source === 'string' || source instanceof URL
  const bars = isFile ? await readBars(source, options) : await checked(source)
  await makeFolder(root)
  const previous = await findEntry(root, name).catch(() => null)
  const { file, sha256 } = await addFile(root, name, bars)
  const entry: CatalogEntry = {
    version: 1,
    name,
    instrument: bars.instrument,
    timeframe: bars.timeframe,
    rows: bars.time.length,
    first: formatInstant(bars.time[0]!),
    last: formatInstant(bars.time.at(-1)!),
    source: isFile ? (source instanceof URL ? source.href : resolve(source)) : null,
    sourceSha256: isFile ? await hashFile(source) : null,
    file,
    sha256,
    importedAt: new Date().toISOString(),
  }
  await writeAtomically(entryPath(root, name), (temporary) =>
    writeFile(temporary, formatCatalogEntry(entry)),
  )
  if (previous !== null && previous.file !== file)
    await rm(join(root, previous.file), { force: true })
  await sweep(root, entry)
  return entry
}

async function checked(bars: Bars): Promise<Bars> {
  const error = await faultError(findFaults(bars), bars, memoryOrigin(bars))
  if (error !== null) throw error
  if (bars.time.length > 0) return bars
  throw new NeuralTraderError('DATA_EMPTY', `${bars.instrument} has no bars: give at least one`, {
    details: { source: bars.instrument },
  })
}

/** The data file is named after its content, so that the entry alone decides which one counts. */
async function addFile(
  root: string,
  name: string,
  bars: Bars,
): Promise<{ file: string; sha256: string }> {
  const draft = join(root, `${name}.${process.pid}-${Date.now()}.parquet${unfinishedSuffix}`)
  await writeParquet(bars, draft)
  const sha256 = await hashFile(draft)
  const file = `${name}.${sha256.slice(0, 16)}.parquet`
  await rename(draft, join(root, file))
  return { file, sha256 }
}

async function listEntries(root: string): Promise<CatalogEntry[]> {
  const names = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw notReadable(root, error)
  })
  const entries = names.filter((name) => name.endsWith('.json')).toSorted()
  return await Promise.all(entries.map((name) => readEntry(join(root, name))))
}

async function loadSeries(root: string, name: string, range: TimeRange): Promise<Bars> {
  const entry = await findEntry(root, name)
  const path = join(root, entry.file)
  if ((await hashFile(path)) !== entry.sha256) {
    throw new NeuralTraderError(
      'DATA_FORMAT',
      `${path} is not the file that was imported as '${name}' (its SHA-256 differs): import it again`,
      {
        details: { path, name },
      },
    )
  }
  return selectRange(await readBars(path), range)
}

async function removeSeries(root: string, name: string): Promise<void> {
  const entry = await findEntry(root, name)
  await rm(entryPath(root, name))
  await rm(join(root, entry.file), { force: true })
}

async function findEntry(root: string, name: string): Promise<CatalogEntry> {
  refuseName(name)
  const path = entryPath(root, name)
  if ((await stat(path).catch(() => null)) !== null) return await readEntry(path)
  const known = (await listEntries(root)).map((entry) => entry.name)
  const there = known.length === 0 ? 'it is empty' : `it holds ${known.join(', ')}`
  throw new NeuralTraderError(
    'UNKNOWN_DATASET',
    `The catalogue in ${root} has no '${name}' (${there}): import it first`,
    {
      details: { name, folder: root },
    },
  )
}

async function readEntry(path: string): Promise<CatalogEntry> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw notReadable(path, error)
  })
  return parseCatalogEntry(text, path)
}

function refuseName(name: string): void {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u.test(name)) return
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `'${name}' cannot name a series: use letters, digits, points, hyphens and underscores, at most 100, beginning with a letter or digit`,
    { details: { name } },
  )
}

function entryPath(root: string, name: string): string {
  return join(root, `${name}.json`)
}

async function makeFolder(root: string): Promise<void> {
  await mkdir(root, { recursive: true }).catch((cause: unknown) => {
    throw new NeuralTraderError(
      'FILE_NOT_WRITABLE',
      `The folder ${root} cannot be made: choose another through NEURAL_TRADER_DATA`,
      {
        details: { path: root },
        cause,
      },
    )
  })
}

async function hashFile(path: string | URL): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash).catch((cause: unknown) => {
    throw notReadable(String(path), cause)
  })
  return hash.digest('hex')
}

/**
 * Removes what a crash left behind a day ago or earlier: unfinished files, and files of this series
 * that no entry names. Younger ones may be in the making.
 */
async function sweep(root: string, { name, file }: CatalogEntry): Promise<void> {
  const yesterday = Date.now() - 86_400_000
  const leftovers = (await readdir(root)).filter(
    (other) =>
      other.endsWith(unfinishedSuffix) ||
      (other !== file &&
        other.startsWith(`${name}.`) &&
        /^[0-9a-f]{16}\.parquet$/.test(other.slice(name.length + 1))),
  )
  for (const leftover of leftovers) {
    const found = await stat(join(root, leftover)).catch(() => null)
    if (found !== null && found.mtimeMs < yesterday) await rm(join(root, leftover), { force: true })
  }
}

function notReadable(path: string, cause: unknown): NeuralTraderError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new NeuralTraderError(
    'FILE_NOT_READABLE',
    `${path} cannot be read (${reason}): check the folder and its permissions`,
    {
      details: { path },
      cause,
    },
  )
}
