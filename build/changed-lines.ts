/** The lines that changed since this branch left main, including uncommitted changes, by file. */
import { execFileSync } from 'node:child_process'
import type { LineSpan } from './mutate.ts'

/** On main itself: since the previous commit. Undefined if git has nothing to compare with. */
export function changedLines(folder = '.'): ReadonlyMap<string, readonly LineSpan[]> | undefined {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim()
  const known = (...args: readonly string[]) => {
    try {
      return git(...args)
    } catch {
      return undefined
    }
  }
  const main = known('rev-parse', '--verify', 'origin/main') ?? known('rev-parse', '--verify', 'main')
  const fork = main === undefined ? undefined : known('merge-base', 'HEAD', main)
  const since = fork === undefined || fork === git('rev-parse', 'HEAD') ? known('rev-parse', '--verify', 'HEAD^') : fork
  if (since === undefined) return undefined
  return spansOf(
    git(
      'diff',
      '--unified=0',
      '--no-color',
      '--no-ext-diff',
      '--src-prefix=a/',
      '--dst-prefix=b/',
      '--diff-filter=d',
      since,
    ),
  )
}

/** Reads a diff without context. */
export function spansOf(diff: string): ReadonlyMap<string, readonly LineSpan[]> {
  const found = new Map<string, LineSpan[]>()
  let file = ''
  for (const line of diff.split('\n')) {
    const [, name] = /^\+\+\+ b\/(.*)$/.exec(line) ?? []
    if (name !== undefined) file = name
    const [, first, count = '1'] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? []
    if (first === undefined || count === '0') continue
    const spans = found.get(file) ?? []
    found.set(file, spans)
    spans.push([Number(first), Number(first) + Number(count) - 1])
  }
  return found
}
