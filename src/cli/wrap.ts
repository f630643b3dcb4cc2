/** Wraps prose for a narrow terminal. */

/** Below this width, wrapping does not help. */
const leastColumns = 20

/** Wraps lines between words and keeps the indent of each line. Lines of JSON stay whole. */
export const wrapText = (text: string, columns: number | undefined): string =>
  columns === undefined || columns < leastColumns
    ? text
    : text
        .split('\n')
        .map(line => (line.length <= columns || /^\s*["{}[\]]/.test(line) ? line : wrapLine(line, columns)))
        .join('\n')

function wrapLine(line: string, columns: number): string {
  const indent = /^ */.exec(line)?.[0].slice(0, columns - leastColumns / 2) ?? ''
  const lines: string[] = []
  let last = indent
  for (const word of line.trimStart().split(' ')) {
    const isFirst = last === indent
    if (!isFirst && last.length + 1 + word.length > columns) {
      lines.push(last)
      last = indent
    }
    last += last === indent ? word : ` ${word}`
  }
  return [...lines, last].join('\n')
}
