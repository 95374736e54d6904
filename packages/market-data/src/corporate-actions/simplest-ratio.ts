/**
 * Two small whole numbers whose quotient is within a relative `tolerance` of `value`:
 * the first convergent of its continued fraction that is close enough.
 *
 * @param value a finite number above 0.
 */
export function simplestRatio(value: number, tolerance: number): [number, number] {
  let [above, below] = [1, 0]
  let [aboveBefore, belowBefore] = [0, 1]
  let rest = value
  for (;;) {
    const whole = Math.floor(rest)
    ;[aboveBefore, above] = [above, whole * above + aboveBefore]
    ;[belowBefore, below] = [below, whole * below + belowBefore]
    if (above > 0 && Math.abs(above / below - value) <= tolerance * value) return [above, below]
    rest = 1 / (rest - whole)
  }
}
