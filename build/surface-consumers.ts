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
if (!ranking || ranking.places.length > 0 || ranking.buyNothing.length === 0) throw new Error('a product is suggested')
if (readShopPage('', () => ({ type: 'root', children: [] })).ok) throw new Error('nothing is a product')
// @ts-expect-error: a place has no price
ranking.places[0]?.price
`,
  './evidence': `
import { askEvidence, type Found, shareText, sources } from 'unknot/evidence'

const found: readonly Found[] = askEvidence({ words: 'lactic acid', verdict: 'wrong' }, '2026-11-25')
const [first] = found
if (!first || first.claim.verdict !== 'wrong') throw new Error('lactic acid is not answered')
if (!shareText(first.claim, sources, '2026-11-25').includes(first.claim.correction)) throw new Error('no answer is shared')
// @ts-expect-error: a verdict is one of five words
askEvidence({ verdict: 'false' }, '2026-11-25')
`,
  './diary': `
import { type DiaryEvent, fold, uuidV7 } from 'unknot/diary'

const episode = uuidV7(0, new Uint8Array(10))
const began: DiaryEvent = { type: 'episode-began', episode, complaint: 'back', region: 'low back', id: uuidV7(1, new Uint8Array(10)), v: 2, at: '2026-11-25T03:00:00+01:00' }
if (fold([began]).episodes[0]?.region !== 'low back') throw new Error('the diary lost an episode')
// @ts-expect-error: an event has a type
const none: DiaryEvent = { episode }
void none
`,
}
