/**
 * Random numbers of [0, 1) with 53 bits, the same for the same seed: xoshiro128** (Blackman and Vigna
 * 2018), seeded by a Weyl sequence through a multiply-and-shift mix.
 */
export function seededRandom(seed: number): () => number {
  const state = new Uint32Array(4)
  let weyl = Math.trunc(seed) >>> 0
  const high = Math.floor(Math.abs(Math.trunc(seed)) / 2 ** 32) >>> 0
  for (let index = 0; index < 4; index += 1) {
    weyl = (weyl + 0x9e3779b9) >>> 0
    let mixed = (weyl ^ Math.imul(high, index + 1)) >>> 0
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    state[index] = (mixed ^ (mixed >>> 16)) >>> 0
  }
  if (state.every((word) => word === 0)) state[0] = 1
  const word = (): number => {
    const product = Math.imul(state[1]!, 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0
    const shifted = state[1]! << 9
    state[2]! ^= state[0]!
    state[3]! ^= state[1]!
    state[1]! ^= state[2]!
    state[0]! ^= state[3]!
    state[2]! ^= shifted
    state[3] = (state[3]! << 11) | (state[3]! >>> 21)
    return result
  }
  return () => ((word() >>> 5) * 2 ** 26 + (word() >>> 6)) / 2 ** 53
}
