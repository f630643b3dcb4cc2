/** The MCP server as assistants run it: the real command in a process of its own, asked by the official client. */
import { readFileSync } from 'node:fs'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answersOf, askedThrough, type Call } from '../../test/support/assistant.ts'
import { bundledCommand, unknot, withCommand } from '../../test/support/command.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { reviewEntries } from '../library/review.ts'
import { type Case, parseCase } from '../library/triage.ts'

withCommand()

let client: Client
beforeAll(async () => {
  client = new Client({ name: 'test', version: '1' })
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [bundledCommand(), 'mcp'] }))
})
afterAll(() => client.close())

const call: Call = async (name, input) => {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: { ...input } })
  const [first] = content
  return { text: first?.type === 'text' ? first.text : '', isError: isError === true, data: structuredContent }
}

/** The next question and nothing else: no tier, no reason, no remedy, no result of a tool. */
function expectOnlyAQuestion(data: Record<string, unknown>): void {
  expect(data.status).toBe('ask')
  expect(Object.keys(data).filter(key => !['status', 'check', 'note', 'ask'].includes(key))).toEqual([])
}

const begin = () => call('check', { complaint: 'back', region: 'low back', side: 'middle' })
const healthy: Case = {
  ...{ complaint: 'back', region: 'low back', side: 'middle', age: 41, sex: 'female' },
  ...{ present: [], absent: [], unsure: [], context: {}, conditions: [], medicines: [] },
}

describe('a host cannot skip the questions', () => {
  it.each(['plan', 'course', 'products'])('%s first gives the first question', async name => {
    const { data, text } = await call(name, name === 'products' ? { need: 'fresh-back-spasm' } : {})
    expectOnlyAQuestion(data)
    expect(text).not.toMatch(/warmth|heat|self-care/i)
  })

  it('a remedy in the middle of a check gives the question that is open', async () => {
    const { data: first } = await begin()
    for (const asked of [{ check: first.check }, { case: { ...healthy, id: first.check } }]) {
      const { data } = await call('plan', asked)
      expectOnlyAQuestion(data)
      expect(data.ask).toEqual(first.ask)
    }
  })

  it('a gate that was not shown is not counted, and the open question comes again', async () => {
    const { data: first } = await begin()
    const shown = first.ask.statements[0].id
    const others = [{ 'gate-chest': 'no' }, { [shown]: 'no', 'gate-chest': 'no' }, { 'saddle-numbness': 'no' }, {}]
    for (const answers of others) {
      const { data } = await call('check', { check: first.check, answers })
      expectOnlyAQuestion(data)
      expect(data.ask).toEqual(first.ask)
    }
    const { data: next } = await call('check', { check: first.check, answers: { [shown]: 'no' } })
    expect(next.ask.statements[0].id).not.toBe(shown)
  })

  it('a case with every answer made up begins a check instead of a plan', async () => {
    const absent = ['saddle-numbness', 'gate-pelvis', 'fever']
    const { data } = await call('plan', { case: { ...healthy, id: 'made-up', absent } })
    expectOnlyAQuestion(data)
    expect(data.ask.statements[0].id).toBe('gate-pelvis')
  })

  it('a case whose answers differ from those of its check is asked again', async () => {
    const done = await askedThrough(call, healthy)
    const { data } = await call('plan', { case: { ...done.data.case, age: 70 } })
    expectOnlyAQuestion(data)
    expect(data.check).not.toBe(done.data.check)
  })

  it('a danger that was told is heard at once, in a made-up case too', async () => {
    const { data } = await call('plan', { case: { ...healthy, present: ['saddle-numbness'] } })
    expect(data).toMatchObject({ status: 'settled', tier: 'emergency' })
    expect(data.say.join(' ')).toContain('Call 112, 911, 999 or 000')
    expect((await call('plan', { check: data.check })).data).toMatchObject({ status: 'settled', tier: 'emergency' })
  })

  it('"not sure" is asked again in simpler words, then counts as the same day at least', async () => {
    let { data } = await begin()
    const gate = data.ask.statements[0].id
    data = (await call('check', { check: data.check, answers: { [gate]: [1] } })).data
    const [numb, ...rest] = data.ask.statements
    const answers = Object.fromEntries(rest.map(({ id }: { id: string }) => [id, 'no']))
    data = (await call('check', { check: data.check, answers: { ...answers, [numb.id]: 'unsure' } })).data
    expect(data.ask.page).toBe('again')
    expect(data.ask.statements).toHaveLength(1)
    expect(data.ask.statements[0].text).not.toBe(numb.text)
    data = (await call('check', { check: data.check, answers: { [numb.id]: 'unsure' } })).data
    while (data.status === 'ask')
      data = (await call('check', { check: data.check, answers: answersOf(healthy, data.ask) })).data
    expect(data.tier).toBe('same-day')
  })
})

describe('after a settled check', () => {
  it('a plan names its certainty and sources, and asks before each step what would forbid it', async () => {
    const done = await askedThrough(call, healthy)
    const { data } = await call('plan', { case: done.data.case })
    expect(data).toMatchObject({ status: 'plan', tier: 'self-care' })
    for (const { passport } of data.steps) expect(passport.sources.length).toBeGreaterThan(0)
    const heat = data.steps.find(({ id }: { id: string }) => id === 'heat')
    expect(heat.status).toBe('ask')
    const [fact] = heat.ask
    // A "no" to what was never shown is named and not counted.
    const shown = [
      ...data.case.absent,
      ...data.steps.flatMap((step: { ask: { id: string }[] }) => step.ask.map(({ id }) => id)),
    ]
    const never = Object.keys(triageKnowledge.facts).find(id => !shown.includes(id))
    const before = await call('plan', { case: { ...data.case, absent: [...data.case.absent, never] } })
    expect(before.data).toMatchObject({ status: 'plan', notCounted: { ids: [never] } })
    const yes = await call('plan', { check: data.check, answers: { [fact.id]: 'yes' } })
    expect(yes.data.steps.map(({ id }: { id: string }) => id)).not.toContain('heat')
    expect((await call('plan', { check: data.check, answers: { fever: 'no' } })).isError).toBe(true)
  })

  it('a course names its week, asks before each exercise, and steps back after a worse morning', async () => {
    const done = await askedThrough(call, { ...healthy, context: { hoursSinceOnset: 72 } })
    const { data } = await call('course', { case: done.data.case })
    expect(data).toMatchObject({ kind: 'course', week: 1, tier: 'self-care' })
    for (const { passport } of data.exercises) expect(passport.sources.length).toBeGreaterThan(0)
    const session = { what: 'session', day: 1, painBefore: 2, painNextMorning: 6, walkMinutes: 10 }
    const worse = await call('course', { check: data.check, soFar: { course: data.course, day: 2, done: [session] } })
    expect(worse.data.change).toBe('back')
    const [fact] = data.exercises.flatMap(({ ask }: { ask: { id: string }[] }) => ask)
    const yes = await call('course', { check: data.check, answers: { [fact.id]: 'yes' } })
    const asking = yes.data.exercises.flatMap(({ ask }: { ask: { id: string }[] }) => ask.map(({ id }) => id))
    expect(asking).not.toContain(fact.id)
    expect((await call('course', { check: data.check, answers: { fever: 'no' } })).isError).toBe(true)
  })

  it('the number to call is that of the country that was told at any time', async () => {
    const { data } = await call('check', { complaint: 'back', region: 'low back', country: 'gb' })
    const told = await call('check', { check: data.check, answers: { 'gate-pelvis': [1] } })
    const [numb] = told.data.ask.statements
    const done = await call('check', { check: data.check, answers: { [numb.id]: 'yes' } })
    expect(done.text).toContain('Call 999 (United Kingdom).')
  })

  it('an emergency is told with its reason, the words to say and a passport', async () => {
    const { data, text } = await askedThrough(call, { ...healthy, present: ['saddle-numbness'] })
    expect(data.tier).toBe('emergency')
    const reason = data.because.find(({ id }: { id: string }) => id === 'saddle-numbness')
    expect(reason.say).toBeTruthy()
    expect(text).toContain(reason.say)
    expect(reason.passport.sources[0].cite).toBeTruthy()
    expect(reason.passport.reviewedBy).toBe('none')
  })
})

interface Patient {
  readonly id: string
  readonly true?: readonly string[]
  readonly present?: readonly string[]
}
const patients = (file: string, list: string): readonly Patient[] =>
  JSON.parse(readFileSync(`test/vignettes/${file}`, 'utf8'))[list]
const caseKeys = ['id', 'complaint', 'region', 'side', 'age', 'sex', 'pregnant', 'context', 'conditions', 'medicines']

function caseOf(patient: Patient): Case {
  const fields = Object.entries(patient).filter(([key]) => caseKeys.includes(key))
  const parsed = parseCase({ ...Object.fromEntries(fields), present: patient.present ?? patient.true ?? [] })
  if (!parsed.ok) throw new Error(`${patient.id}: ${parsed.error}`)
  return parsed.case
}

it('gives the same tier as the command for every public vignette and every review patient', {
  timeout: 240_000,
}, async () => {
  const all = [...patients('public.json', 'vignettes'), ...patients('review.json', 'patients')].map(caseOf)
  expect(all).toHaveLength(87)
  const asked = []
  for (const truth of all) asked.push((await askedThrough(call, truth)).data)
  const { stdout } = await unknot(['triage', '--json'], all.map(each => JSON.stringify(each)).join('\n'))
  const command = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(asked.map(({ tier }, at) => `${all[at]?.id} ${tier}`)).toEqual(command.map(({ id, tier }) => `${id} ${tier}`))
})

it('answers what needs no check: medicines, claims, foods, a menu, trials', { timeout: 60_000 }, async () => {
  expect((await call('medicines', { typed: 'lasix 40 mg' })).data.ingredients).toEqual(['furosemide'])
  expect((await call('claims', { words: 'does magnesium stop cramps' })).data.found[0].sources.length).toBeGreaterThan(
    0,
  )
  expect((await call('foods', { words: 'banana' })).data.foods[0].name).toBe('Banana')
  expect((await call('foods', { richIn: 'magnesium' })).data.status).toBe('ranked')
  expect(
    (await call('menu', { age: 34, sex: 'female', conditions: ['kidney-disease'], medicines: [] })).data.status,
  ).toBe('held')
  const design = { question: 'Heat or cold?', arms: [{ label: 'heat' }, { label: 'cold' }], facts: {}, seed: 7 }
  const outcome = { model: 'rating', question: 'Pain in the evening' }
  expect((await call('trial_design', { ...design, outcome })).data).toMatchObject({ kind: 'ask' })
  const csv = readFileSync('test/trials/data/sim_heat_ice.csv', 'utf8')
  expect((await call('trial_analyse', { csv })).data.state).toBe('analysed')
})

it.each([
  ['check', { complaint: 'back', region: 'low back', mood: 'bad' }, 'there is no argument "mood"'],
  ['check', { complaint: 'back', region: 'low back', said: ['nonsense'] }, 'present names "nonsense"'],
  ['plan', { case: { complaint: 'knee' } }, 'case: complaint is "knee"'],
  ['course', { soFar: { age: 3 } }, 'soFar has "age"'],
  ['menu', { age: 'old', sex: 'female' }, 'age'],
  ['medicines', {}, 'typed'],
  ['foods', {}, 'give either words or richIn'],
  ['trial_design', {}, 'outcome'],
  ['trial_analyse', {}, 'rows'],
  ['claims', { topic: 'love' }, 'topic'],
  ['products', { need: 'a car' }, 'need'],
  ['plan', { answers: { heat: 'maybe' } }, 'answers.heat'],
  ['pray', {}, 'there is no tool "pray"'],
])('%s refuses bad input with one line', async (name, input, part) => {
  const { isError, text, data } = await call(name, input)
  expect(isError).toBe(true)
  expect(data).toBeUndefined()
  expect(text).toMatch(/^[^\n]{8,400}$/)
  expect(text).toContain(part)
})

it('has the knowledge by id, and says that an entry is no advice', async () => {
  const { resources } = await client.listResources()
  expect(resources).toHaveLength(reviewEntries.length)
  const { contents } = await client
    .readResource({ uri: 'unknot://red-flag/cauda-equina-pair' })
    .catch(() =>
      client.readResource({ uri: resources.find(({ uri }) => uri.startsWith('unknot://red-flag/'))?.uri ?? '' }),
    )
  const [content] = contents
  expect(content && 'text' in content ? content.text : '').toMatch(/not advice[\s\S]*Review due \d{4}/)
  await expect(client.readResource({ uri: 'unknot://finding/nothing' })).rejects.toThrow('there is no entry')
})
