/** The result: how soon, what to do, whom to call, why, and from where. */

import { contactsOf } from '../../plan/contacts.ts'
import { emergencyCalls } from '../../plan/emergency-numbers.ts'
import type { Reason, Triage } from '../../triage/triage.ts'
import { type Answers, askedCount, knowledge, statementOf } from '../interview.ts'
import { words } from '../words.ts'
import { button, heading, make } from './make.ts'

export interface ResultOptions {
  readonly country: string | undefined
  /** YYYY-MM-DD */
  readonly today: string
  readonly onRestart: () => void
}

export function resultPage({ tier, because }: Triage, answers: Answers, options: ResultOptions): HTMLElement {
  const { country, today, onRestart } = options
  const { heading: title, action } = knowledge.tiers[tier]
  const isYoung = (answers.at(-1)?.age ?? 99) < 16
  const says = [...new Set(because.flatMap(reason => whyOf(reason)?.say ?? []))]
  return make(
    'section',
    { class: tier },
    make('div', { class: 'tier stack' }, heading(title), make('p', {}, action)),
    tier === 'emergency' && callPart(country),
    contactsOf(because).flatMap(contact => {
      const text = knowledge.contacts[contact]
      return text === undefined ? [] : [make('p', {}, make('b', {}, text))]
    }),
    isYoung && tier !== 'emergency' && make('p', {}, words.young),
    make('p', { class: 'quiet' }, because.length === 0 ? words.noneTicked(askedCount(answers)) : words.ticked),
    because.length > 0 && make('ul', {}, because.map(reasonItem)),
    says.length > 0 && make('h3', {}, words.say),
    says.map(say => make('p', { class: 'quote' }, `“${say}”`)),
    make('slot', { name: 'result' }),
    sourcesPart(because, tier, today),
    make('p', { class: 'quiet' }, words.notDevice),
    make('div', { class: 'buttons' }, button(words.restart, '', onRestart)),
  )
}

function callPart(country: string | undefined): HTMLElement {
  const { calls, country: found } = emergencyCalls(
    knowledge.numbers.map(each => ({ ...each, name: each.country, sources: [] })),
    country,
  )
  return make(
    'div',
    { class: 'stack' },
    calls.length > 1 && make('p', {}, words.calls),
    make(
      'div',
      { class: 'buttons' },
      calls.map(number => make('a', { class: 'call grow', href: `tel:${number}` }, words.call(number))),
    ),
    found?.text && make('p', {}, found.text),
  )
}

const whyOf = ({ kind, id }: Reason) => (kind === 'rule' ? knowledge.rules[id] : knowledge.findings[id])

function reasonItem(reason: Reason): HTMLElement {
  const { mayMean = [], why } = whyOf(reason) ?? {}
  const text = reason.kind === 'rule' ? (why ?? reason.id) : statementOf(reason.id)
  return make(
    'li',
    { 'data-reason': reason.id },
    text,
    mayMean.length > 0 && make('div', { class: 'quiet' }, words.mayMean(mayMean.join('; '))),
  )
}

function sourcesPart(because: readonly Reason[], tier: Triage['tier'], today: string): HTMLElement {
  const { nextReview, compiled } = knowledge
  const ids = new Set([...because.flatMap(reason => whyOf(reason)?.sources ?? []), ...knowledge.tiers[tier].sources])
  return make(
    'details',
    { class: 'quiet' },
    make('summary', {}, words.sources),
    make(
      'ul',
      {},
      [...ids].map(id => make('li', {}, `${knowledge.sources[id] ?? id} (${id})`)),
    ),
    make('p', {}, words.tiers),
    make('p', {}, nextReview < today ? words.past(nextReview) : words.review(compiled, nextReview)),
  )
}
