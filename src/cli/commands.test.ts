/** Commands as a shell sees them: data on stdout, one line on stderr and 2 for what can be mended. */
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const unknot = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync('node', ['--import', 'tsx', 'src/cli/main.ts', ...words], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

it('claims answers with words and with JSON', () => {
  expect(unknot('claims', 'lactic', 'acid').stdout).toContain('Wrong. Lactate is cleared')
  const found = JSON.parse(unknot('claims', '--json', '--verdict', 'wrong').stdout)
  expect(found).toHaveLength(20)
  expect(unknot('claims', 'xylophone')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: 'unknot: no claim has "xylophone": try fewer words, or one\n',
  })
  expect(unknot('claims', '--verdict', 'false').status).toBe(2)
})

it('review prints the list, counted, as much of it as is asked for', () => {
  const { stdout } = unknot('review', '--limit', '3')
  expect(stdout.trim().split('\n')).toHaveLength(5)
  expect(stdout).toMatch(
    /^\d+ to review: \d+ past their date, \d+ from memory alone, \d+ never reviewed by a clinician\./,
  )
  const sources = JSON.parse(unknot('review', '--kind', 'source', '--json').stdout) as { kind: string }[]
  expect(sources.length).toBeGreaterThan(0)
  expect(sources.every(({ kind }) => kind === 'source')).toBe(true)
  expect(unknot('review', '--limit', '0').status).toBe(2)
})
