/** Row `arm`, column `j` of the orthonormal Helmert contrasts: arms 0..j against arm j + 1. */
export function helmert(arm: number, j: number): number {
  const scale = Math.sqrt((j + 1) * (j + 2))
  if (arm <= j) return -1 / scale
  return arm === j + 1 ? (j + 1) / scale : 0
}
