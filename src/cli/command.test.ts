/** What every command guarantees: help, exit codes, and a one-line message for errors that a user can fix. */
import { openSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ended, startUnknot, unknot, unknotInTerminal, unknotInto, withCommand } from '../../test/support/command.ts'

withCommand()
const commands = ['triage', 'plan', 'session', 'report', 'review', 'serve']

describe('help', () => {
  it('lists every command, and says what Unknot is not', async () => {
    const { code, stdout, stderr } = await unknot(['--help'])
    expect(code).toBe(0)
    expect(stderr).toBe('')
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'))
    expect(stdout).toContain('not a medical device and no clinician has reviewed it')
  })

  it.each(commands)('of %s shows its options and an example', async command => {
    const { code, stdout, stderr } = await unknot([command, '--help'])
    expect(code).toBe(0)
    expect(stderr).toBe('')
    expect(stdout).toContain(`Usage: unknot ${command}`)
    expect(stdout).toMatch(/^Examples?:/m)
    expect((await unknot(['help', command])).stdout).toBe(stdout)
    if (command !== 'serve') expect(stdout).toContain('--json')
  })

  it('the version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(await unknot(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })
})

describe('bad usage exits with 2 and one line on stderr: what, where, how to fix it', () => {
  it.each([
    ['an unknown command', ['qwertz'], "unknot: unknown command 'qwertz': unknot --help shows what there is"],
    [
      'a bad flag',
      ['triage', '--jsn'],
      "unknot: unknown option '--jsn' (Did you mean --json?): unknot triage --help shows what there is",
    ],
    ['a word too many', ['plan', 'now'], /^unknot: too many arguments for 'plan'.*: unknot plan --help/],
    ['a bad country', ['triage', '--country', 'England'], /'England' is invalid. Give two letters, such as GB or US/],
    ['a bad port', ['serve', '--port', '99999'], /'99999' is invalid. Give a port from 1 to 65535/],
    ['a flag without its value', ['serve', '--port'], /argument missing: unknot serve --help/],
    ['no id', ['session'], 'unknot: name what to run: unknot session --list shows them'],
    ['an unknown id', ['session', 'calf'], 'unknot: there is no session "calf": unknot session --list shows them'],
    ['an inherited id', ['session', 'constructor'], /there is no session "constructor"/],
    ['a bad age', ['session', 'calf-towel', '--age', 'old'], /'old' is invalid. Give an age in years from 16 to 120/],
  ])('%s', async (_what, args, says) => {
    const { code, stdout, stderr } = await unknot(args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^unknot: [^\n]+\n$/)
    if (typeof says === 'string') expect(stderr).toBe(`${says}\n`)
    else expect(stderr).toMatch(says)
  })

  it('without a command, prints the help on stderr', async () => {
    const { code, stdout, stderr } = await unknot([])
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain('Usage: unknot')
  })
})

describe('output that cannot be written', () => {
  it.each([['claims'], ['--help'], ['review', '--json']])(
    'is one line and 2 where the disk is full: %s %s',
    async (...args) => {
      const { code, stderr } = await unknotInto(openSync('/dev/full', 'w'), args)
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: 'unknot: standard output cannot be written: no room is left there: make room, or write elsewhere\n',
      })
    },
  )

  it('ends quietly when the reader has closed the pipe', async () => {
    const child = startUnknot(['review', '--json'])
    child.stdout.destroy()
    const { code, stderr } = await ended(child)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })
})

it('wraps prose between words on a narrow terminal, and keeps JSON on one line', async () => {
  const narrow = async (...args: string[]) => {
    const child = unknotInTerminal(args, {}, 40)
    const { stdout } = await ended(child)
    return stdout.split(/\r?\n/)
  }
  for (const line of await narrow('claims', 'magnesium'))
    expect(line.length).toBeLessThanOrEqual(Math.max(40, longestWord(line)))
  const json = await narrow('claims', 'magnesium', '--json')
  expect(JSON.parse(json[0] ?? '')).toEqual(expect.any(Array))
})

const longestWord = (line: string): number =>
  Math.max(
    ...line
      .trim()
      .split(' ')
      .map(word => word.length),
  ) + line.search(/\S|$/)
