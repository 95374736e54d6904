/** How many of these ascending values are at most `value`. */
export function countUntil(ascending: BigInt64Array | Int32Array, value: bigint | number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}
