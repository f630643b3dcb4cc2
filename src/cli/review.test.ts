/** `unknot review` as a shell sees it: the list, and verdicts recorded in a checkout. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { ended, unknot, unknotInTerminal, withCommand } from '../../test/support/command.ts'
import { specialties } from '../knowledge/vocabulary.ts'
import { type ReviewSheet, reviewList, reviewSheets } from '../library/review.ts'
import { today } from './today.ts'

withCommand()

const sheetsOf = async (...args: readonly string[]) =>
  JSON.parse((await unknot(['review', '--json', ...args])).stdout) as readonly ReviewSheet[]

describe('the list', () => {
  it('prints one line per entry, with its tier, rule, action, cases and sources in fixed positions', async () => {
    const { code, stdout } = await unknot(['review', '--kind', 'red-flag'])
    const [, head = '', ...lines] = stdout.trimEnd().split('\n')
    expect(code).toBe(0)
    const sheets = reviewSheets(today()).filter(({ kind }) => kind === 'red-flag')
    expect(lines).toHaveLength(sheets.length)
    for (const [at, sheet] of sheets.entries()) {
      const parts = lines[at]?.split(' | ') ?? []
      expect(parts).toHaveLength(head.split(' | ').length)
      const [harm, tier, entry, title, rule, action, cases, sources, met, marks] = parts
      expect([harm, tier, entry, title]).toEqual([sheet.harm, sheet.tier, `red-flag ${sheet.id}`, sheet.title])
      expect([rule, action]).toEqual([`rule: ${sheet.rule}`, `action: ${sheet.action}`])
      expect(cases).toMatch(/^cases: fires: .+\. does not fire: .+/)
      for (const { title, verified } of sheet.cited) expect(sources).toContain(`${title} (${verified})`)
      expect(met).toBe(`met by: ${sheet.met ?? 'not known'}`)
      expect(marks).toContain(`review by ${sheet.nextReview}`)
    }
  })

  it('is in the order of the library, and --json has every part as a field', async () => {
    const sheets = await sheetsOf()
    expect(sheets.map(({ kind, id }) => `${kind} ${id}`)).toEqual(
      reviewList(today()).map(({ kind, id }) => `${kind} ${id}`),
    )
    expect(sheets).toEqual(JSON.parse(JSON.stringify(reviewSheets(today()))))
    const rule = sheets.find(({ kind }) => kind === 'red-flag')
    expect(Object.keys(rule ?? {})).toEqual(
      expect.arrayContaining(['tier', 'rule', 'action', 'cited', 'cases', 'met', 'harm', 'specialties', 'place']),
    )
  })

  it.each(specialties)('--for %s prints and counts the entries of that specialty', async specialty => {
    const wanted = reviewList(today()).filter(each => each.specialties.includes(specialty))
    expect((await sheetsOf('--for', specialty)).map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
    const { stdout } = await unknot(['review', '--for', specialty, '--limit', '1'])
    expect(stdout).toMatch(new RegExp(`^${wanted.length} to review: `))
  })

  it('refuses an unknown specialty in one line', async () => {
    const { code, stdout, stderr } = await unknot(['review', '--for', 'astrology'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^unknot: .*Allowed choices are emergency, physiotherapy, pharmacy[^\n]*\n$/)
  })

  it('wraps lines at spaces in a terminal and indents the following rows', async () => {
    const piped = await unknot(['review', '--limit', '1'])
    const terminal = await ended(unknotInTerminal(['review', '--limit', '1']))
    const rows = terminal.stdout.replaceAll('\r', '').trimEnd().split('\n')
    expect(Math.max(...rows.map(row => row.length))).toBeLessThanOrEqual(120)
    const entry = rows.slice(rows.findIndex(row => row.startsWith('high | ')))
    expect(entry.length).toBeGreaterThan(1)
    for (const row of entry.slice(1)) expect(row).toMatch(/^ {4}\S/)
    expect(entry.map(row => row.trim()).join(' ')).toBe(piped.stdout.trimEnd().split('\n').at(-1))
  })
})

describe('record', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-checkout-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  beforeEach(() => {
    for (const part of ['red-flags', 'findings', 'claims', 'causes', 'tiers.yaml'])
      cpSync(join('knowledge', part), join(folder, 'knowledge', part), { recursive: true })
    mkdirSync(join(folder, 'build'), { recursive: true })
    writeFileSync(join(folder, 'build/knowledge.ts'), '')
  })
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const record = (args: readonly string[], from = join(folder, 'knowledge')) =>
    unknot(['review', 'record', ...args], '', {}, from)
  const by = (name: string, verdict: string) => ['--by', name, '--role', 'physiotherapist', '--verdict', verdict]
  const rule = 'knowledge/red-flags/infected-stone.yaml'

  it('writes an agreement into the file of the entry, with a year until it is reviewed again', async () => {
    const before = read(rule)
    const { code, stdout } = await record([
      'red-flag',
      'infected-stone',
      ...by('Ada Kern', 'agree'),
      '--on',
      '2026-11-28',
    ])
    expect(code).toBe(0)
    expect(stdout).toContain(`${rule}: agree, Ada Kern, physiotherapist, 2026-11-28. It may be shown until 2027-11-28.`)
    expect(read(rule)).toBe(
      before
        .replace(
          'reviewedBy: none',
          'reviewed: { by: Ada Kern, role: physiotherapist, on: 2026-11-28, verdict: agree }',
        )
        .replace('nextReview: 2027-11-23', 'nextReview: 2027-11-28'),
    )
  })

  it('sets two years if the entry can do little harm, and never an earlier date', async () => {
    const answer = async (kind: string, id: string) =>
      JSON.parse((await record([kind, id, ...by('Ada Kern', 'agree'), '--on', '2026-11-28', '--json'])).stdout)
    expect(await answer('finding', 'cramp-night')).toMatchObject({ nextReview: '2028-11-28' })
    expect(await answer('claim', 'zinc-for-leprosy')).toMatchObject({ nextReview: '2028-11-28' })
    // For medium harm, one year ahead is earlier than its own date.
    expect(await answer('cause', 'peripheral-artery-disease')).toMatchObject({ nextReview: '2028-11-23' })
  })

  it('keeps the date and says why if the reviewer wants a change', async () => {
    const args = ['finding', 'fever', ...by('Ada Kern', 'change'), '--on', '2026-11-28', '--note', 'Say 38 °C.']
    expect((await record(args)).stdout).toContain('It stays on the list.')
    expect(read('knowledge/findings/infection.yaml')).toContain(
      '    reviewed: { by: Ada Kern, role: physiotherapist, on: 2026-11-28, verdict: change, note: Say 38 °C. }\n',
    )
  })

  it("replaces your own verdict, and somebody else's only on request", async () => {
    const args = (name: string, verdict: string) => ['tier', 'soon', ...by(name, verdict), '--on', '2026-11-28']
    await record(args('Ada Kern', 'disagree'))
    await record(args('Ada Kern', 'agree'))
    const agreed = read('knowledge/tiers.yaml')
    expect(agreed.match(/reviewed: /g)).toHaveLength(1)
    const refused = await record(args('Bo Lind', 'disagree'))
    expect(refused).toMatchObject({
      code: 2,
      stderr: 'unknot: tier soon has the verdict of Ada Kern (agree, 2026-11-28): --replace puts yours in its place\n',
    })
    expect(read('knowledge/tiers.yaml')).toBe(agreed)
    await record([...args('Bo Lind', 'disagree'), '--replace'])
    expect(read('knowledge/tiers.yaml')).toContain(
      'by: Bo Lind, role: physiotherapist, on: 2026-11-28, verdict: disagree',
    )
  })

  it('outside a checkout, writes nothing and says what to do in one line', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'unknot-outside-'))
    cpSync('knowledge/red-flags', join(outside, 'knowledge/red-flags'), { recursive: true })
    const found = await record(['red-flag', 'infected-stone', ...by('Ada Kern', 'agree')], outside)
    expect(found).toEqual({
      ...{ code: 2, stdout: '' },
      stderr: 'unknot: this is no checkout of Unknot: clone the project, and record the verdict inside its folder\n',
    })
    expect(readFileSync(join(outside, rule), 'utf8')).toBe(readFileSync(rule, 'utf8'))
    rmSync(outside, { recursive: true })
  })

  it.each([
    [
      'an unknown id',
      ['red-flag', 'no-such'],
      'there is no red-flag "no-such": unknot review --kind red-flag shows them',
    ],
    ['an inherited id', ['red-flag', 'constructor'], 'there is no red-flag "constructor"'],
    ['a source, which carries no verdict', ['source', 'who'], 'Allowed choices are finding, red-flag'],
    ['a day to come', ['tier', 'soon', '--on', '2999-01-01'], '--on 2999-01-01 is still to come'],
    [
      'a day before it was written',
      ['tier', 'soon', '--on', '2020-01-01'],
      'was written on 2026-11-23, after 2020-01-01',
    ],
    ['a day that is none', ['tier', 'soon', '--on', '2026-02-30'], 'Give a day as YYYY-MM-DD'],
    ['a name of nothing', ['tier', 'soon', '--by', ' '], 'Give at least two characters, on one line'],
    ['a note of two lines', ['tier', 'soon', '--note', 'one\ntwo'], 'Give at least two characters, on one line'],
    ['an option of the list', ['tier', 'soon', '--for', 'pharmacy'], '--for chooses from the list'],
    ['another verdict', ['tier', 'soon', '--verdict', 'fine'], 'Allowed choices are agree, change, disagree'],
  ])('%s is refused on one line, and nothing is written', async (_what, args, says) => {
    const [kind = '', id = '', ...own] = args
    const { code, stdout, stderr } = await record([kind, id, ...by('Ada Kern', 'agree'), ...own])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^unknot: [^\n]+\n$/)
    expect(stderr).toContain(says)
    expect(read('knowledge/tiers.yaml')).toBe(readFileSync('knowledge/tiers.yaml', 'utf8'))
  })
})
