import { expect, it } from 'vitest'
import { unknot, withCommand } from '../../test/support/command.ts'
import { exercises, scriptOf } from '../library/remedies.ts'

withCommand()

it('lists every exercise and method that can be timed, and each of them runs', async () => {
  const { code, stdout } = await unknot(['session', '--list'])
  expect(code).toBe(0)
  const ids = stdout
    .trim()
    .split('\n')
    .map(line => line.split('  ')[0] ?? '')
  expect(ids).toEqual(expect.arrayContaining([...Object.keys(exercises), 'heat/warm-bath', 'cold/cold-pack']))
  for (const id of ids) expect(scriptOf(id), id).toBeDefined()
})

it('prints a script as JSON, the same as the library’s, longer from age 60', async () => {
  const script = async (...args: string[]) =>
    JSON.parse((await unknot(['session', 'hand-prayer', '--json', ...args])).stdout)
  expect(await script()).toEqual(JSON.parse(JSON.stringify(scriptOf('hand-prayer'))))
  expect(await script('--age', '70')).toEqual(JSON.parse(JSON.stringify(scriptOf('hand-prayer', 70))))
  expect(await script('--age', '70')).not.toEqual(await script())
})

it('runs by the clock, cue after cue, to the end', async () => {
  const began = Date.now()
  const { code, stdout } = await unknot(['session', 'hand-fist-fan', '--fast', '200'])
  expect(code).toBe(0)
  expect(stdout).toContain('Done. How is it now?')
  const seconds = (scriptOf('hand-fist-fan')?.phases ?? []).reduce((sum, phase) => sum + phase.seconds, 0)
  expect(Date.now() - began).toBeGreaterThan((seconds / 200) * 1000)
})

it('starts the release of a cramp at once, below the signs of a clot and of an emergency', async () => {
  const { stdout } = await unknot(['session', 'calf-release', '--fast', '1000'])
  const start = stdout.indexOf('Get ready')
  for (const sign of [
    'One of my legs or calves is newly more swollen',
    'I have chest pain',
    'My pee is brown like cola',
  ])
    expect(stdout.slice(0, start)).toContain(sign)
  expect(stdout.slice(start)).toContain('Pull your toes and foot up')
})

it('without a terminal, prints what would exclude a remedy before it begins', async () => {
  const { stdout } = await unknot(['session', 'heat/wheat-bag', '--fast', '10000'])
  const start = stdout.indexOf('Get ready')
  expect(stdout.slice(0, start)).toContain('Check for danger first: unknot triage')
  expect(stdout.slice(0, start)).toContain('Somewhere on my skin I cannot feel hot or cold')
  expect(stdout.slice(start)).toContain('Check your skin.')
})
