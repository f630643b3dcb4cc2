import { expect, it } from 'vitest'
import { spansOf } from './changed-lines.ts'

it('reads which lines of which files are new, and nothing where lines only went', () => {
  const diff = [
    'diff --git a/src/a.ts b/src/a.ts',
    '--- a/src/a.ts',
    '+++ b/src/a.ts',
    '@@ -3 +3,2 @@ function one() {',
    '-old',
    '+new',
    '+more',
    '@@ -9,2 +10 @@',
    '-x',
    '-y',
    '+z',
    '@@ -20,3 +20,0 @@',
    '-gone',
    'diff --git a/src/b.ts b/src/b.ts',
    '--- /dev/null',
    '+++ b/src/b.ts',
    '@@ -0,0 +1,40 @@',
  ].join('\n')
  expect([...spansOf(diff)]).toEqual([
    [
      'src/a.ts',
      [
        [3, 4],
        [10, 10],
      ],
    ],
    ['src/b.ts', [[1, 40]]],
  ])
  expect(spansOf('').size).toBe(0)
})
