/** `unknot course`: JSONL in and out, in order, and the tables. */
import { expect, it } from 'vitest'
import { unknot, withCommand } from '../../test/support/command.ts'
import { any, backAfterTwoDays, cramped } from '../../test/support/courses.ts'

withCommand()

it('answers each case in its line, with the week, the aims and the exercises by id', async () => {
  const lines = [
    { ...backAfterTwoDays, id: 'a', day: 16, done: any.goodDays(15) },
    { ...cramped('calf'), id: 'b' },
    { id: 'c', complaint: 'back', done: [{ what: 'nap', day: 1 }] },
    { id: 'd', complaint: 'back', region: 'low back', present: ['saddle-numbness'], done: any.goodDays(3) },
  ]
  const { code, stdout, stderr } = await unknot(
    ['course', '--json'],
    lines.map(each => JSON.stringify(each)).join('\n'),
  )
  const [a, b, c, d] = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(a).toMatchObject({ id: 'a', kind: 'course', course: 'back-after-spasm', week: 3, level: 3 })
  expect(a.aims.walk).toEqual({ minutes: 20, days: 5 })
  expect(a.exercises.map(({ id }: { id: string }) => id)).toEqual(['lb-cat-camel', 'lb-bridge', 'lb-bird-dog'])
  expect(b).toMatchObject({ id: 'b', kind: 'course', course: 'cramps-night', week: 1 })
  expect(c).toMatchObject({ id: 'c', line: 3, error: expect.stringContaining('done[0].what is "nap"') })
  expect(d).toMatchObject({ id: 'd', kind: 'emergency', tier: 'emergency' })
  expect(code).toBe(2)
  expect(stderr).toMatch(/^unknot: line 3: done\[0\]\.what is "nap"[^\n]*\n$/)
})

it('reads a case of several lines, and describes its course in words', async () => {
  const { code, stdout } = await unknot(['course'], JSON.stringify(backAfterTwoDays, undefined, 2))
  expect(code).toBe(0)
  expect(stdout).toContain('The six weeks after a back spasm: day 1, week 1 of 6, level 1.')
  expect(stdout).toContain('Walk: 10 minutes on 5 days this week')
})

it('shows the courses and their tables', async () => {
  expect((await unknot(['course', 'show'])).stdout).toMatch(/^back-after-spasm +The six weeks after a back spasm$/m)
  const { stdout } = await unknot(['course', 'show', 'cramps-night'])
  expect(stdout).toContain('week 6  walk 20 min on 5 days')
  expect(JSON.parse((await unknot(['course', 'show', 'cramps-night', '--json'])).stdout).weeks).toHaveLength(6)
  expect(await unknot(['course', 'show', 'yoga'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'unknot: there is no course "yoga": unknot course show lists them\n',
  })
})
