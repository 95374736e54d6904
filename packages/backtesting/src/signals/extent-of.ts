import type { ArrayOptions } from './array-options.ts'
import type { Extent } from './cells.ts'

/** As many steps as there are closes, as many columns as the widest of what is given. */
export function extentOf(options: ArrayOptions, signals: readonly unknown[]): Extent {
  const { data } = options
  const [first] = Array.isArray(data) ? data : [data]
  const wide = [data, options.size, options.price, options.fees, options.slippage, ...signals]
  const columns = wide.map((cells) => (Array.isArray(cells) ? cells.length : 1))
  return { steps: first?.close.length ?? 0, columns: Math.max(...columns) }
}
