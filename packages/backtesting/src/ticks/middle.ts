/** The middle of a quote, its only side where nobody is on the other, NaN where nobody is on either. */
export function middle(bid: number, ask: number): number {
  if (Number.isNaN(bid)) return ask
  return Number.isNaN(ask) ? bid : (bid + ask) / 2
}
