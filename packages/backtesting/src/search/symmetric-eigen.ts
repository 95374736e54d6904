/** Eigenvalues of a symmetric matrix, and its eigenvectors as columns. */
export type Eigen = { readonly values: Float64Array; readonly vectors: readonly Float64Array[] }

/** Jacobi's rotations, for the few rows that a search has. Source: Golub and Van Loan, 8.5. */
export function symmetricEigen(matrix: readonly Float64Array[]): Eigen {
  const size = matrix.length
  const a = matrix.map((row) => row.slice())
  const vectors = a.map((_, at) => Float64Array.from({ length: size }, (__, col) => +(at === col)))
  for (let sweep = 0; sweep < 60 && offDiagonal(a) > 1e-24; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotate(a, vectors, p, q)
    }
  }
  return { values: Float64Array.from(a, (row, at) => row[at] ?? 0), vectors }
}

/** Squares off the diagonal over those on it. */
function offDiagonal(a: readonly Float64Array[]): number {
  let [off, on] = [0, 0]
  for (const [r, row] of a.entries()) {
    for (const [c, value] of row.entries()) {
      if (r === c) on += value * value
      else off += value * value
    }
  }
  return on === 0 ? 0 : off / on
}

function rotate(
  a: readonly Float64Array[],
  vectors: readonly Float64Array[],
  p: number,
  q: number,
): void {
  const at = (row: number, col: number) => a[row]?.[col] ?? 0
  if (at(p, q) === 0) return
  const theta = (at(q, q) - at(p, p)) / (2 * at(p, q))
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const cosine = 1 / Math.hypot(tangent, 1)
  const sine = tangent * cosine
  for (const row of a) turn(row, p, q, cosine, sine)
  const [rowP, rowQ] = [a[p] as Float64Array, a[q] as Float64Array]
  for (let col = 0; col < a.length; col++) {
    const [x, y] = [rowP[col] ?? 0, rowQ[col] ?? 0]
    rowP[col] = cosine * x - sine * y
    rowQ[col] = sine * x + cosine * y
  }
  for (const row of vectors) turn(row, p, q, cosine, sine)
}

function turn(row: Float64Array, p: number, q: number, cosine: number, sine: number): void {
  const [x, y] = [row[p] ?? 0, row[q] ?? 0]
  row[p] = cosine * x - sine * y
  row[q] = sine * x + cosine * y
}
