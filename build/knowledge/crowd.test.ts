/** Figures of the crowd are rejected if they name something unknown or do not give their origin. */
import { expect, it } from 'vitest'
import { crowd } from '../../src/knowledge/crowd.gen.ts'
import { sources } from '../../src/knowledge/sources.gen.ts'
import { expectFault, plantedKnowledge } from '../../test/support/planted.ts'

const file = 'knowledge/crowd/facts/planted.yaml'

/** A file with one invented fact that is valid except for the part that a test breaks. */
function plantedFact(change: (fact: string) => string) {
  const planted = plantedKnowledge()
  const fact = `compiled: 2026-11-29
reviewedBy: none
nextReview: 2028-11-29
facts:
  planted:
    fact: Is planted.
    says: [fever]
    shares:
      - { share: 1, assumed: true, because: A test. }
`
  planted.write(file, change(fact))
  return planted
}

it.each([
  ['a finding nobody knows', 7, 'says: [fever]', 'says: [fever-of-old]', /unknown finding or fact "fever-of-old"/],
  ['a medicine nobody knows', 7, 'says: [fever]', 'takes: { oneOf: { snake-oil: 1 } }', /unknown medicine "snake-oil"/],
  ['a fact that hangs on itself', 5, '{ share: 1,', '{ of: { has: [planted] }, share: 1,', /hangs on itself/],
  ['an assumption without its reason', 9, ', because: A test.', '', /needs a "source"/],
  ['a figure from nowhere', 9, ', assumed: true, because: A test.', '', /needs a "source"/],
  ['a reason for what is not assumed', 9, 'assumed: true', 'source: hen2009', /needs a "source"/],
  [
    'a source nobody knows',
    9,
    'assumed: true,',
    'assumed: true, source: nowhere-1900,',
    /unknown source "nowhere-1900"/,
  ],
  [
    'several medicines from nowhere',
    7,
    'says: [fever]',
    'takes: { oneOf: { apixaban: 1, warfarin: 2 } }',
    /several medicines/,
  ],
  [
    'words for a finding it does not name',
    7,
    '[fever]',
    '[fever]\n    unless: { chest-pain: now }',
    /not in its "says"/,
  ],
])('%s stops the build', (_, line, before, now, says) => {
  const planted = plantedFact(fact => fact.replace(before, () => now))
  const at = now.includes('\n') ? line + 1 : line
  expectFault(planted, `${file}:${at}`, says)
})

it('a source of the crowd that no figure cites stops the build', () => {
  const planted = plantedKnowledge()
  const place = planted.replace(
    'knowledge/sources/crowd.yaml',
    'sources:\n',
    'sources:\n  uncited:\n    title: Uncited\n    citation: Nobody 1900\n    verified: memory\n',
    '  uncited:',
  )
  expectFault(planted, place, /no figure of the crowd cites this source/)
})

it('the app does not include sources that only the crowd cites', () => {
  expect(Object.keys(crowd.sources)).toContain('lovgren-2016')
  expect(Object.keys(sources)).not.toContain('lovgren-2016')
})
