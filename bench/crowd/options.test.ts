import { expect, it } from 'vitest'
import { optionsOf } from './options.ts'

it('counts 100,000 people of seed 1 when nothing is said', () => {
  expect(optionsOf([])).toEqual({ people: 100_000, seed: 1, assumed: 1, json: false, write: false })
})

it('takes every option', () => {
  const given = ['--people', '20', '--seed', '9', '--assumed', '0.5', '--json']
  expect(optionsOf(given)).toEqual({ people: 20, seed: 9, assumed: 0.5, json: true, write: false })
})

it.each([
  [['--people', '0'], '--people is "0"'],
  [['--people', 'many'], '--people is "many"'],
  [['--seed', '-1'], '--seed'],
  [['--assumed', 'x'], '--assumed is "x"'],
  [['--write', '--assumed', '2'], 'leave one out'],
  [['--peple', '3'], '--people N'],
  [['crowd'], '--people N'],
])('refuses %j in one line that says how to mend it', (args, says) => {
  const refusal = optionsOf(args)
  expect(refusal).toContain(says)
  expect(String(refusal).split('\n')).toHaveLength(1)
})
