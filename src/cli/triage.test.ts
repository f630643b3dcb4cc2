/** `unknot triage` and `unknot plan` on stdin: one answer per line. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { answerThrough } from '../../test/support/answer-through.ts'
import { ended, startUnknot, unknot, withCommand } from '../../test/support/command.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { plan } from '../library/plan.ts'
import { parseCase, triage } from '../library/triage.ts'
import { today } from './today.ts'

withCommand()
const saddle = '{"id":"a","complaint":"back","region":"low back","present":["saddle-numbness"]}'
const calf = '{"complaint":"cramp","region":"calf","age":41,"sex":"female","context":{"hoursSinceOnset":1}}'
const sent = (line: string) => {
  const parsed = parseCase(JSON.parse(line))
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.case
}
const linesOf = (stdout: string) =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line) as Record<string, unknown>)

describe('JSON, one line per case', () => {
  it('answers in the case format, with the id that was sent and without one', async () => {
    const { code, stdout, stderr } = await unknot(['triage', '--json'], `${saddle}\n${calf}\n`)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const [first, second] = linesOf(stdout)
    expect(first).toEqual({ id: 'a', ...JSON.parse(JSON.stringify(triage(sent(saddle)))) })
    expect(second).toEqual(JSON.parse(JSON.stringify(triage(sent(calf)))))
    expect(Object.keys(first ?? {})).toEqual(['id', 'tier', 'action', 'settled', 'because', 'ask'])
    expect(first).toMatchObject({
      tier: 'emergency',
      settled: true,
      because: [{ kind: 'finding', id: 'saddle-numbness', tier: 'emergency' }],
      ask: null,
    })
    expect(second).toMatchObject({ tier: 'self-care', settled: false, ask: { page: 'gate' } })
    expect(second).not.toHaveProperty('id')
  })

  it.each([
    ['a last line without its end', `${saddle}\n${calf}`],
    ['CRLF', `${saddle}\r\n${calf}\r\n`],
    ['blank lines', `\n\n${saddle}\n   \n\n${calf}\n\n`],
    ['a byte order mark', `\ufeff${saddle}\n${calf}\n`],
    ['an object spread over lines', `${JSON.stringify(JSON.parse(saddle), null, 2)}\n${calf}\n`],
    [
      'all of them spread over lines',
      `${[saddle, calf].map(line => JSON.stringify(JSON.parse(line), null, 4)).join('\n')}\n`,
    ],
  ])('the same with %s', async (_what, input) => {
    const { code, stdout, stderr } = await unknot(['triage', '--json'], input)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(linesOf(stdout).map(({ tier }) => tier)).toEqual(['emergency', 'self-care'])
  })

  it('a bad line in the middle gets an error in its place, the others their answers, and the exit code is 2', async () => {
    const bad = '{"id":"b","complaint":"back","present":["sadle"]}'
    const { code, stdout, stderr } = await unknot(['triage', '--json'], `${saddle}\n${bad}\n{"complaint":\n\n${calf}\n`)
    expect(code).toBe(2)
    const lines = linesOf(stdout)
    const says = 'line 2: present names "sadle", which is not a finding, a fact or a gate Unknot knows'
    expect(lines).toHaveLength(4)
    expect(lines[0]).toMatchObject({ id: 'a', tier: 'emergency' })
    expect(lines[1]).toEqual({ line: 2, id: 'b', error: says })
    expect(lines[2]).toEqual({ line: 3, error: 'line 3: not JSON: give one case object a line' })
    expect(lines[3]).toMatchObject({ tier: 'self-care' })
    expect(stderr).toBe(`unknot: ${says}\nunknot: line 3: not JSON: give one case object a line\n`)
  })

  it.each([
    ['bad JSON', '{"complaint"', 'line 1: not JSON: give one case object a line'],
    ['words', 'my back hurts', 'line 1: not JSON: give one case object a line'],
    [
      'broken JSON over lines',
      '{\n  "complaint": "back",\n  "age": forty\n}\n',
      'lines 1 to 4: not JSON: give one case object a line',
    ],
    ['no object', '[]', 'line 1: the case is a list: give a JSON object'],
    ['null', 'null', 'line 1: the case is null: give a JSON object'],
    ['a wrong type', '{"complaint":"back","age":"41"}', 'line 1: age is "41": give a number of years from 0 to 120'],
    [
      'an unknown id',
      '{"complaint":"back","absent":["fewer"]}',
      'line 1: absent names "fewer", which is not a finding, a fact or a gate Unknot knows',
    ],
    ['an unknown complaint', '{"complaint":"knee"}', 'line 1: complaint is "knee": use one of back, cramp'],
    [
      'a key too many',
      '{"complaint":"back","place":"calf"}',
      'line 1: the case has an unknown key "place": use id, complaint, region, side, age, sex, pregnant, present, absent, unsure, context, conditions, medicines',
    ],
    [
      'a line without end',
      `{"id":"${'x'.repeat(200_000)}`,
      'line 1: longer than 65536 characters: give one case a line',
    ],
    ['nothing', '', 'stdin is empty: give one case as JSON on each line'],
    ['blank lines', '\n \n', 'stdin is empty: give one case as JSON on each line'],
  ])('%s is one line on stderr, and ends with 2', async (_what, input, says) => {
    for (const command of ['triage', 'plan']) {
      const { code, stderr } = await unknot([command], input)
      expect(code).toBe(2)
      expect(stderr).toBe(`unknot: ${says}\n`)
    }
  })

  it('gives the oracle’s tier for the 40 vignettes', async () => {
    const { vignettes } = JSON.parse(readFileSync('test/vignettes/public.json', 'utf8')) as {
      vignettes: readonly Record<string, unknown>[]
    }
    const keys = ['id', 'complaint', 'region', 'side', 'age', 'sex', 'pregnant', 'present', 'absent', 'context']
    const cases = vignettes.map(each => Object.fromEntries(Object.entries(each).filter(([key]) => keys.includes(key))))
    const { code, stdout } = await unknot(['triage', '--json'], cases.map(each => JSON.stringify(each)).join('\n'))
    expect(code).toBe(0)
    const answers = linesOf(stdout)
    expect(answers.map(({ id }) => id)).toEqual(vignettes.map(({ id }) => id))
    for (const [index, { acceptable }] of vignettes.entries()) expect(acceptable).toContain(answers[index]?.tier)
  })
})

describe('a program can run the whole interview', () => {
  it('each answer arrives before the next case is sent', async () => {
    const child = startUnknot(['triage', '--json'])
    const answers = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]()
    let rest = ''
    const ask = async (given: unknown) => {
      child.stdin.write(`${JSON.stringify(given)}\n`)
      while (!rest.includes('\n')) rest += ((await answers.next()) as { value: string }).value
      const [line = '', ...more] = rest.split('\n')
      rest = more.join('\n')
      return JSON.parse(line) as ReturnType<typeof triage>
    }
    let given = { ...sent(calf) }
    let pages = 0
    for (;;) {
      const { ask: page, tier, settled } = await ask(given)
      if (page === null) {
        expect({ tier, settled }).toEqual({ tier: 'self-care', settled: true })
        break
      }
      pages += 1
      given = { ...given, absent: [...given.absent, ...page.statements.map(({ id }) => id)] }
    }
    expect(pages).toBe(11)
  })
})

describe('as text', () => {
  const show = (environment: Record<string, string>, ...args: string[]) =>
    unknot(['triage', ...args], saddle, environment)

  it('says the action, what was ticked, what to say, and the sources', async () => {
    const { stdout } = await show({})
    expect(stdout).toContain('Get help now')
    expect(stdout).toContain('Ticked: I feel numb, tingly or "not like me" between my legs')
    expect(stdout).toContain('Say: "I have new numbness between my legs, with this pain."')
    expect(stdout).toMatch(/Sources: fin2020, /)
  })

  it('gives the number of the country, and four numbers if the country is unknown', async () => {
    expect((await show({})).stdout).toContain('Call 112, 911, 999 or 000, whichever works where you are.')
    expect((await show({ LANG: 'en_GB.UTF-8' })).stdout).toContain('Call 999 (United Kingdom).')
    const australia = (await show({ LANG: 'en_GB.UTF-8' }, '--country', 'au')).stdout
    expect(australia).toContain('Call 000 (Australia).')
    expect(australia).toContain('With a textphone dial 106.')
    expect((await show({}, '--country', 'XX')).stdout).toContain('112, 911, 999 or 000')
  })
})

describe('unknot plan', () => {
  const settled = JSON.stringify(answerThrough(triageKnowledge, sent(calf)).answers)

  it('answers like the library, one line per case', async () => {
    const { code, stdout } = await unknot(['plan', '--json'], `${settled}\n${saddle}\n${calf}\n`)
    expect(code).toBe(0)
    const [own, emergency, first] = linesOf(stdout)
    expect(own).toEqual(JSON.parse(JSON.stringify(plan(sent(settled), today()))))
    expect(own).toMatchObject({ kind: 'plan', tier: 'self-care', region: 'calf' })
    expect(emergency).toMatchObject({ id: 'a', kind: 'emergency' })
    expect(emergency).not.toHaveProperty('steps')
    expect(first).toMatchObject({ kind: 'check-first', ask: { page: 'gate' } })
  })

  it('as text, asks what would exclude a remedy, in the wording for people', async () => {
    const { stdout } = await unknot(['plan'], settled)
    expect(stdout).toContain('(cramp-release)')
    expect(stdout).toContain('[certainty: moderate]')
    expect(stdout).toContain('Somewhere on my skin I cannot feel hot or cold as others do.')
    expect(stdout).toMatch(/Get help if:\n {2}\S/)
    const before = await unknot(['plan'], calf)
    expect(before.stdout).toContain('No remedy before the check is over')
    expect(before.stdout).not.toContain('(heat)')
  })
})

describe('long streams', () => {
  it('ends quietly when the reader closes the pipe (| head -1)', async () => {
    const child = startUnknot(['triage', '--json'])
    const end = ended(child)
    child.stdin.end(`${calf}\n`.repeat(5000))
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const { code, stderr } = await end
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('a slow reader does not fill the memory: 40 MB of answers pass through a heap of 48 MB', async () => {
    const child = startUnknot(['triage', '--json'], {}, ['--max-old-space-size=48'])
    let answers = 0
    const end = new Promise<number | null>(resolve => child.on('close', resolve))
    const feed = (async () => {
      for (let sent = 0; sent < 150; sent += 1)
        if (!child.stdin.write(`${calf}\n`.repeat(200))) await once(child.stdin, 'drain')
      child.stdin.end()
    })()
    await wait(1500)
    let bytes = 0
    child.stdout.on('data', (chunk: Uint8Array) => {
      bytes += chunk.length
      answers += chunk.filter(byte => byte === 10).length
    })
    await feed
    expect(await end).toBe(0)
    expect(answers).toBe(30_000)
    expect(bytes).toBeGreaterThan(40_000_000)
  })
})
