/** `unknot products` as a shell sees it. */
import { expect, it } from 'vitest'
import { unknot, withCommand } from '../../test/support/command.ts'

withCommand()

it('begins with the answer, then what costs nothing, kinds of things, products, and excluded ones', async () => {
  const { code, stdout } = await unknot(['products'])
  expect(code).toBe(0)
  const parts = [
    'Nothing. A hot-water bottle does the same.',
    'What costs nothing:',
    'Kinds of things:',
    'Heat pad: best supported.',
    'Products:',
    '1= Body Back Buddy Self-Massage Tool. 4.2 to 4.7 stars, 3,737 reviews, as the article gave them',
    'Only with a setting of at most 40 °C and 20 minutes:',
    'Not suggested:',
  ]
  const places = parts.map(part => stdout.indexOf(part))
  expect(places[0]).toBe(0)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places).not.toContain(-1)
})

it('begins with the facts about the person, and leaves out what they exclude', async () => {
  const { stdout } = await unknot(['products', '--present', 'numb-skin'])
  expect(stdout).toMatch(/^Nothing\. Moving a little is free\.\n/)
  expect(stdout).toContain('Not for you if: (true of you) Somewhere on my skin')
  expect(stdout).not.toContain('hot-water bottle')
  const { stdout: asJson } = await unknot(['products', '--need', 'night-cramps', '--json'])
  expect(JSON.parse(asJson)).toMatchObject({ version: '2', answer: expect.stringMatching(/^Nothing\./), places: [] })
})
