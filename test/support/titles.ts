/** The titles of the tests in a file, read from its text, and whether a given title is one of them. */

/** Each title as written: `%s`, `$file` and `${...}` stand for values from a table. */
export function titlesOf(source: string): readonly string[] {
  const code = withoutComments(source)
  return [...code.matchAll(/\b(?:it|test)(\.each)?\(/g)].flatMap(({ index, 0: opening, 1: each }) => {
    const after = index + opening.length
    const start = each === undefined ? after : afterTable(code, after)
    const title = /^\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/.exec(code.slice(start))
    const [, single, double, template] = title ?? []
    const text = single ?? double ?? template
    return text === undefined ? [] : [text.replace(/\\(['"`\\])/g, '$1')]
  })
}

/** Is it one of the titles, as written or with a value for each `%s`, `$file` or `${...}`? */
export function hasTitle(titles: readonly string[], name: string): boolean {
  return titles.some(title => title === name || filledIn(title)?.test(name) === true)
}

function filledIn(title: string): RegExp | undefined {
  const parts = title.split(/%[sdifjo]|\$\{(?:[^{}]|\{[^{}]*\})*\}|\$[a-z][\w.]*/i)
  // A title that consists only of a placeholder would match every name.
  if (parts.length === 1 || parts.join('').trim().length < 10) return undefined
  return new RegExp(`^${parts.map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`)
}

/** Where the title of `it.each(table)(title` begins: after the table and the next bracket. */
function afterTable(code: string, start: number): number {
  let depth = 1
  let at = start
  for (; at < code.length && depth > 0; at++) {
    const quote = /['"`]/.test(code.charAt(at)) ? code.charAt(at) : undefined
    if (quote !== undefined) at = endOfText(code, at, quote)
    else if (code.charAt(at) === '(') depth += 1
    else if (code.charAt(at) === ')') depth -= 1
  }
  return at + 1
}

function endOfText(code: string, start: number, quote: string): number {
  let at = start + 1
  while (at < code.length && code.charAt(at) !== quote) at += code.charAt(at) === '\\' ? 2 : 1
  return at
}

const withoutComments = (source: string): string =>
  source.replace(/^\s*\/\*[\s\S]*?\*\//gm, '').replace(/^\s*\/\/.*$/gm, '')
