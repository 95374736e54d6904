import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api'

/** What a column of a query becomes. */
export type ColumnKind = 'bigint' | 'double'

/** The columns of a query, by name. */
export type QueryColumns<Kinds extends Readonly<Record<string, ColumnKind>>> = {
  [Name in keyof Kinds]: Kinds[Name] extends 'bigint' ? BigInt64Array : Float64Array
}

/** One in-memory database serves the process; it never fetches extensions from the network. */
let instance: Promise<DuckDBInstance> | undefined

/** Lends a connection for as long as `use` runs. */
export async function withConnection<T>(
  use: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  instance ??= DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await (await instance).connect()
  try {
    return await use(connection)
  } finally {
    connection.closeSync()
  }
}

/** A text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A name as an SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A path as the pattern that names this one file, whatever characters it has. */
export function pathPattern(path: string): string {
  return path.replaceAll(/[[*?]/g, '[$&]')
}

/**
 * Runs a query whose columns, in the order of `kinds`, are BIGINT or DOUBLE and never NULL, and
 * copies them into typed arrays.
 */
export async function queryColumns<const Kinds extends Readonly<Record<string, ColumnKind>>>(
  connection: DuckDBConnection,
  kinds: Kinds,
  sql: string,
  values: DuckDBValue[] = [],
): Promise<QueryColumns<Kinds>> {
  const result = await connection.run(sql, values)
  const columns = Object.entries(kinds).map(
    ([name, kind]) =>
      [
        name,
        kind === 'bigint' ? new BigInt64Array(result.rowCount) : new Float64Array(result.rowCount),
      ] as const,
  )
  let row = 0
  for (let chunkIndex = 0; chunkIndex < result.chunkCount; chunkIndex++) {
    const chunk = result.getChunk(chunkIndex)
    for (const [index, [, column]] of columns.entries()) {
      const vector = chunk.getColumnVector(index)
      for (let i = 0; i < chunk.rowCount; i++) column[row + i] = vector.getItem(i) as never
    }
    row += chunk.rowCount
  }
  return Object.fromEntries(columns) as QueryColumns<Kinds>
}
