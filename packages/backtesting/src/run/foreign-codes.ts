import type { RunConfig } from '@neural-trader/engine'

/** The codes of the account's foreign currencies, in the order of its configuration. */
export function foreignCodes({ currencies }: RunConfig): readonly string[] {
  return currencies?.foreign.map(({ code }) => code) ?? []
}
