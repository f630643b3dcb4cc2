/** Prints Markdown line by line, and the share of the full run. */
export const share = Number(process.argv[2] ?? 1)
export const runs = (count: number) => Math.max(20, Math.round(count * share))

export const three = (part: number, whole: number) => (part / whole).toFixed(3)
export const row = (...cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)
export const table = (...heads: readonly string[]) => {
  console.log('')
  row(...heads)
  row(...heads.map(() => '---'))
}
