/** Commands as a shell sees them: data on stdout, one line on stderr and exit code 2 for errors that a user can fix. */
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const unknot = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync('node', ['--import', 'tsx', 'src/cli/main.ts', ...words], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

it('claims prints text or JSON', () => {
  expect(unknot('claims', 'lactic', 'acid').stdout).toContain('Lactate is cleared')
  const found = JSON.parse(unknot('claims', '--json', '--verdict', 'wrong').stdout)
  expect(found.length).toBeGreaterThan(20)
  expect(found.every(({ verdict }: { verdict: string }) => verdict === 'wrong')).toBe(true)
  const { isAnswered, claims, see } = JSON.parse(unknot('claims', 'quinine', '--json', '--see').stdout)
  expect(isAnswered).toBe(true)
  expect(claims[0].id).toBe('quinine-for-night-cramps')
  expect(see).toContainEqual(expect.objectContaining({ kind: 'page', id: 'painkillers' }))
  expect(unknot('claims', 'zebra', 'cramps').stdout).toMatch(/^No claim says "zebra cramps"\.\n\nNear it:/)
  expect(unknot('claims', 'xylophone')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: 'unknot: no claim says "xylophone": try other words, or keep it as a question for your visit\n',
  })
  expect(unknot('claims', '--verdict', 'false').status).toBe(2)
})

it('review prints the list with counts, up to the requested limit', () => {
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

it('hydration answers a line a case: what to ask, how to drink, or help first', () => {
  const lines = [
    { id: 'a', age: 40 },
    { id: 'b', age: 40, colour: 'brown' },
    { id: 'c', colour: 'red' },
  ]
  const { status, stdout, stderr } = spawnSync('node', ['--import', 'tsx', 'src/cli/main.ts', 'hydration', '--json'], {
    encoding: 'utf8',
    input: lines.map(line => JSON.stringify(line)).join('\n'),
  })
  const found = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(found).toMatchObject([
    { id: 'a', kind: 'ask' },
    { id: 'b', kind: 'help-first', tier: 'emergency' },
    { id: 'c', line: 3, error: expect.stringContaining('colour is "red"') },
  ])
  expect([status, stderr.split('\n').length]).toEqual([2, 2])
})

it('professionals names who can help, and where to check them', () => {
  const { stdout } = unknot('professionals', 'physiotherapist', '--country', 'gb')
  expect(stdout).toContain('Check them: Health and Care Professions Council (HCPC)')
  const { professionals } = JSON.parse(unknot('professionals', '--json').stdout)
  expect(professionals.map(({ id }: { id: string }) => id)).toContain('pharmacist')
  expect(unknot('professionals', 'plumber').status).toBe(2)
})
