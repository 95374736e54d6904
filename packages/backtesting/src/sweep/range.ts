import { invalid } from './sweep-space.ts'

/**
 * The numbers from one up to another, both included where the steps reach it. Each is computed from
 * the first, so that fractions do not drift.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where a number is not finite, the step not above 0, or
 * the end before the beginning.
 */
export function range(from: number, to: number, step = 1): number[] {
  const isWrong = ![from, to, step].every(Number.isFinite) || step <= 0 || to < from
  if (isWrong) {
    throw invalid(
      `A range from ${from} to ${to} by ${step} has no numbers: give a step above 0 and an end that is not before the beginning`,
      { from, to, step },
    )
  }
  const count = Math.floor((to - from) / step + 1e-9) + 1
  return Array.from({ length: count }, (_, index) => rounded(from + index * step))
}

/** Without what binary fractions leave behind: 0.3, not 0.30000000000000004. */
function rounded(value: number): number {
  return Number(value.toPrecision(15))
}
