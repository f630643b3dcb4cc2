/**
 * A small program for each export of the package, written as its users would write it. The surface check compiles them
 * against the declarations alone and runs them; a line marked `@ts-expect-error` fails where a type has become `any`.
 */
export const consumers: Readonly<Record<string, string>> = {
  '.': `
import { type Case, parseCase, plan, tiers, triage } from 'unknot'

const parsed = parseCase({ complaint: 'back', region: 'low back', present: ['saddle-numbness'] })
if (!parsed.ok) throw new Error(parsed.error)
const from: Case = parsed.case
const { tier, because } = triage(from)
if (tier !== 'emergency' || because[0]?.id !== 'saddle-numbness') throw new Error(tier)
if (plan(from, '2026-11-25').kind !== 'emergency' || !tiers.includes(tier)) throw new Error('no emergency')
// @ts-expect-error: a tier is one of five words
tier satisfies 'fine'
`,
  './triage': `
import { type ExplainedReason, parseCase, triage } from 'unknot/triage'

const refused = parseCase({ complaint: 'back', present: ['no-such-finding'] })
if (refused.ok || !refused.error.includes('no-such-finding')) throw new Error('an unknown finding must be refused')
const { because, ask } = triage({ complaint: 'cramp', present: ['chest-pain'], absent: [], unsure: [], context: {}, conditions: [], medicines: [] })
const reasons: readonly ExplainedReason[] = because
if (!reasons.some(({ mayMean, sources }) => mayMean.length > 0 && sources.length > 0)) throw new Error('no reason')
// @ts-expect-error: there may be no next page
ask satisfies object
`,
  './plan': `
import { type Plan, plan, planKnowledge } from 'unknot/plan'

const from = { complaint: 'back', region: 'low back', present: [], absent: [], unsure: [], context: {}, conditions: [], medicines: [] } as const
const result: Plan = plan(from, '2026-11-25')
if (result.kind !== 'check-first') throw new Error(result.kind)
const degrees: [number, number] | undefined = planKnowledge.remedies.heat?.methods[0]?.temperatureC
if (!degrees) throw new Error('heat has no temperature')
// @ts-expect-error: a remedy has no such thing
planKnowledge.remedies.heat?.price
`,
  './course': `
import { type CourseAnswer, courseFor, courses, parseCourse } from 'unknot/course'

const parsed = parseCourse({ complaint: 'back', region: 'low back', done: [{ what: 'session', day: 1, walkMinutes: 10 }] })
if (!parsed.ok || parsed.soFar.day !== 2) throw new Error('not read')
const answer: CourseAnswer = courseFor(parsed.case, '2026-12-01', parsed.soFar)
if (answer.kind !== 'check-first') throw new Error(answer.kind)
if (courses['back-recurrent']?.weeks.length !== 6) throw new Error('a course has six weeks')
// @ts-expect-error: only a course that runs has a week
answer.week satisfies number
`,
  './remedies': `
import { at, exercises, remedies, scriptOf, start } from 'unknot/remedies'

const script = scriptOf('calf-release')
if (!script) throw new Error('calf-release cannot be timed')
const moment = at(start(script, 0), 1000)
if (moment.status !== 'running') throw new Error(moment.status)
if (!remedies.heat?.sources.length || !exercises['calf-release']?.steps.length) throw new Error('nothing to read')
// @ts-expect-error: steps are texts
exercises['calf-release']?.steps.map(step => step * 2)
`,
  './medicines': `
import { type LookUpAnswer, answerInFull, card, confirmed, lookUp, suggest } from 'unknot/medicines'

const answer: LookUpAnswer = lookUp('lasix 40 mg')
if (answer.status !== 'listed' || answer.ingredients[0] !== 'furosemide') throw new Error(answer.status)
if (lookUp('simvastatn').status !== 'which' || confirmed('Seretide').status !== 'listed') throw new Error('assumed')
if (suggest('furo')[0]?.name !== 'furosemide' || !card('furosemide')?.sources.length) throw new Error('no card')
if (answerInFull('lasix').guidance.furosemide?.kind !== 'keep') throw new Error('stopped')
// @ts-expect-error: there are four answers
answer.status satisfies 'safe'
`,
  './causes': `
import { causeKnowledge, mostQuestions, whyMe } from 'unknot/causes'

const from = { complaint: 'cramp', region: 'calf', age: 40, present: ['cq-sit-long'], absent: [], unsure: [], context: {}, conditions: [], medicines: [] } as const
const why = whyMe(from)
if (why.kind !== 'causes' || why.contributors[0]?.id !== 'posture-short-muscle') throw new Error(why.kind)
if (causeKnowledge.causes.length !== 16 || mostQuestions !== 12) throw new Error('causes are missing')
// @ts-expect-error: words, not chances
why.contributors[0]?.word satisfies number
`,
  './figure': `
import { bodyMap, figureOf, toSvg } from 'unknot/figure'

const shape = figureOf('calf-release', 0.5, 'Calf release')
if (!shape || !toSvg(shape).startsWith('<svg')) throw new Error('nothing is drawn')
if (bodyMap('back', undefined).buttons.length === 0) throw new Error('the body map has no buttons')
// @ts-expect-error: the body is seen from the back or the front
'above' satisfies Parameters<typeof bodyMap>[0]
`,
  './products': `
import { type Ranking, rankProducts, readShopPage } from 'unknot/products'

const ranking: Ranking | undefined = rankProducts({ need: 'night-cramps' }, '2026-11-25')
if (!ranking || !ranking.answer.startsWith('Nothing.') || ranking.kinds.length === 0) throw new Error('no answer')
if (ranking.places.length > 0 || ranking.buyNothing.length === 0) throw new Error('a product is suggested')
if (readShopPage('', () => ({ type: 'root', children: [] })).ok) throw new Error('nothing is a product')
// @ts-expect-error: a place has no price
ranking.places[0]?.price
`,
  './hydration': `
import { colourNames, hydration, type Hydration } from 'unknot/hydration'

const from = { complaint: 'cramp', age: 40, present: [], absent: [], unsure: [], context: {}, conditions: [], medicines: [] } as const
const first: Hydration = hydration(from, '2026-11-30')
if (first.kind !== 'ask') throw new Error(first.kind)
const told = hydration({ ...from, absent: first.facts.map(({ id }) => id) }, '2026-11-30', 'straw')
if (told.kind !== 'drinks' || told.millilitresPerHour !== 800) throw new Error(told.kind)
if (hydration(from, '2026-11-30', colourNames.at(-1)).kind !== 'help-first') throw new Error('brown is no colour to drink by')
// @ts-expect-error: the day is needed
export const wrong = () => hydration(from)
`,
  './professionals': `
import { type Professionals, professionals, registerCountries } from 'unknot/professionals'

const found: Professionals = professionals({ who: 'doctor', country: 'GB' }, '2026-11-30')
if (found.professionals.length !== 1 || !found.professionals[0]?.register) throw new Error('no register')
if (!registerCountries.includes('GB') || found.handsOn.stop.length === 0) throw new Error('nothing to read')
// @ts-expect-error: a professional has no price
found.professionals[0]?.price
`,
  './forms': `
import { caseFromResponse, questionnaire, responseFrom } from 'unknot/forms'

const form = questionnaire('low back', '1.0.0')
if (form.resourceType !== 'Questionnaire' || !form.item?.length) throw new Error('no form')
const read = caseFromResponse({ resourceType: 'Patient' })
if (read.ok || typeof responseFrom !== 'function') throw new Error('a patient is no response')
// @ts-expect-error: a region of the body map
questionnaire('knee', '1.0.0')
`,
  './sync': `
import { type Head, httpRemote, logKeys, newMemory, open, push, readRecoveryCode, recoveryCode, seal } from 'unknot/sync'

// Not random, as a secret must be.
const secret = new Uint8Array(32).fill(7)
const code = readRecoveryCode(recoveryCode(secret))
if (!code.ok || code.secret.join() !== secret.join()) throw new Error('the code is not that of the secret')
const random = (bytes: Uint8Array) => bytes.fill(5)
const [keys, other] = [logKeys(secret, 'diary', 0), logKeys(secret, 'diary', 1)]
const event = { id: '019377a0-0000-7000-8000-000000000000', v: 1, at: '2026-11-30T08:00:00Z', type: 'of-later' }
const envelope = seal(keys, event, random)
if (open(keys, envelope)?.type !== 'of-later' || open(other, envelope) !== undefined) throw new Error('not sealed')
const remote = httpRemote('http://localhost:1', async () => Promise.reject(new Error('away')))
const pushed = await push({ remote, secret, part: 'diary', memory: newMemory }, [event], random)
if (pushed.kind !== 'failed') throw new Error(pushed.kind)
const seen: Head | undefined = pushed.memory.seen
if (seen !== undefined) throw new Error('nothing was seen')
// @ts-expect-error: there are three parts
export const wrong = () => logKeys(secret, 'everything', 0)
`,
  './update': `
import { compiledNow, contentNow, mayTake, takeBack } from 'unknot/update'

const none = await mayTake('no file', [], () => Promise.resolve(false))
if (none.ok) throw new Error('a file without a signature was taken')
if (contentNow('me', '2026-11-30').topics.triage === undefined || compiledNow() < '2026-11-23') throw new Error('no knowledge')
takeBack()
// @ts-expect-error: the day is needed
export const wrong = () => contentNow('me')
`,
  './review': `
import { reviewEntries, reviewList, reviewPlace, type ReviewEntry, reviewSheets } from 'unknot/review'

const entries: readonly ReviewEntry[] = reviewEntries
if (entries.length < 600 || reviewList('2026-11-25').length === 0) throw new Error('the review list is empty')
const [first] = reviewSheets('2026-11-25')
if (!first || first.rule === '' || first.action === '') throw new Error('an entry cannot be judged')
if (reviewPlace('red-flag', 'infected-stone')?.path.length !== 0) throw new Error('a rule is a file of its own')
// @ts-expect-error: the day is needed
reviewList()
`,
  './answers': `
import { type Answer, answer, seeElsewhere } from 'unknot/answers'

const found: Answer = answer('pickle juice', '2026-11-25')
if (!found.isAnswered || found.claims.length === 0) throw new Error('pickle juice is not answered')
if (seeElsewhere('furosemide').length === 0) throw new Error('no medicine is offered')
// @ts-expect-error: the words are text
export const wrong = () => answer(5, '2026-11-25')
`,
  './evidence': `
import { askEvidence, type FoundClaim, shareText, sources } from 'unknot/evidence'

const found: readonly FoundClaim[] = askEvidence({ words: 'lactic acid', verdict: 'wrong' }, '2026-11-25')
const [first] = found
if (!first || first.claim.verdict !== 'wrong') throw new Error('lactic acid is not answered')
if (!shareText(first.claim, sources, '2026-11-25').includes(first.claim.correction)) throw new Error('no answer is shared')
// @ts-expect-error: a verdict is one of five words
askEvidence({ verdict: 'false' }, '2026-11-25')
`,
  './diary': `
import { dayBefore, type DiaryEvent, fold, fromJson, painChange, painSaid, toFhir, toJson, toldDays, toTables, uuidV7 } from 'unknot/diary'

const episode = uuidV7(0, new Uint8Array(10))
const began: DiaryEvent = { type: 'episode-began', episode, complaint: 'back', region: 'low back', id: uuidV7(1, new Uint8Array(10)), v: 2, at: '2026-11-25T03:00:00+01:00' }
if (fold([began]).episodes[0]?.region !== 'low back') throw new Error('the diary lost an episode')
const read = fromJson(toJson([began]))
if (read.kind !== 'diary' || toJson(read.events) !== toJson([began])) throw new Error('JSON lost an event')
if (toTables([began])[0]?.rows.length !== 1) throw new Error('no table')
if (painSaid(painChange(fold([began]), { today: '2026-11-25', days: 30 }).all).sentences.length === 0) throw new Error('the diary says nothing')
if (dayBefore(toldDays([began]), { from: '2026-11-01', to: '2026-11-25' }).kind !== 'too-few') throw new Error('one day is no comparison')
const { entry } = toFhir([began], { id: uuidV7(2, new Uint8Array(10)), at: began.at })
if (entry[0]?.resource.resourceType !== 'Composition' || entry[2]?.resource.resourceType !== 'Condition') throw new Error('no document')
// @ts-expect-error: an event has a type
const none: DiaryEvent = { episode }
void none
`,
  './report': `
import { type Report, report, reportHtml, reportSummary, reportText, sectionOf } from 'unknot/report'

const made: Report = report([], { from: '2026-01-01', to: '2026-11-25', now: Date.parse('2026-11-25T12:00:00Z') })
if (sectionOf(made, 'warning-signs')?.checked !== 0) throw new Error('nothing was checked')
if (!reportHtml(made, { paper: 'a4', isDetailed: false }).includes('<h1>')) throw new Error('no page')
if (!reportText(made, { isDetailed: true }).includes('never asked') || !reportSummary(made)) throw new Error('no text')
try {
  // @ts-expect-error: a period has two ends
  report([], { from: '2026-01-01', now: 0 })
  throw new Error('half a period is none')
} catch (problem) {
  if (!(problem instanceof RangeError)) throw problem
}
`,
  './element': `
import { defineUnknotCheck } from 'unknot/element'

// A server may import it: there is no page, so nothing is defined.
defineUnknotCheck('clinic-check')
// @ts-expect-error: a name is a text
defineUnknotCheck(1)
`,
  './nutrition': `
import { cautions, foodTable, intakeOf, parseProfile, targets } from 'unknot/nutrition'

const parsed = parseProfile({ age: 34, sex: 'female', conditions: ['kidney-disease'], medicines: [] })
if (!parsed.ok) throw new Error(parsed.error)
if (cautions(parsed.profile)[0]?.action !== 'hold') throw new Error('kidney disease holds potassium')
const target: number | null = targets(parsed.profile).nutrients.potassium.target
if (target !== 2600) throw new Error(String(target))
if (intakeOf(foodTable(), [{ food: 173944, grams: 100 }], 'potassium').amount !== 358) throw new Error('a banana lost its potassium')
// @ts-expect-error: a profile has no such thing
parsed.profile.weight
`,
  './trials': `
import { analyse, readCsv, withDefaults } from 'unknot/trials'

const days = Array.from({ length: 24 }, (_, i) => {
  const period = Math.floor(i / 3)
  const isHeat = [0, 3, 4, 7].includes(period)
  return [i + 1, period + 1, isHeat ? 1 : 0, isHeat ? 'heat' : 'ice', (isHeat ? 3 : 7) + (i % 3)].join(',')
})
const options = withDefaults({ scale: [0, 10] })
const read = readCsv(['day,period,arm,arm_label,y', ...days].join('\\n'), options)
if (!read.ok) throw new Error(read.error)
const [contrast] = analyse(read.records, options).contrasts
if (contrast?.verdict !== 'better-noticeably') throw new Error(String(contrast?.verdict))
// @ts-expect-error: better is lower or higher
withDefaults({ better: 'sideways' })
`,
}
