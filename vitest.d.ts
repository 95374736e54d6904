import 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** What an oracle suite replayed; `scripts/lib/oracle-reporter.mjs` prints and sums it. */
    oracle?: {
      /** The folder under NT_ORACLES. */
      readonly folder: string
      readonly cases: number
      readonly failures: number
      /** The largest absolute error of any figure compared. */
      readonly largestError?: number
    }
  }
}
