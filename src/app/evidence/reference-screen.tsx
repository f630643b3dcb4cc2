/**
 * Everything Unknot knows, entry by entry, with what it rests on. No entry says how a remedy is done: that stands behind
 * the check for danger.
 */
import type { ComponentChildren } from 'preact'
import { isAgreed, verdictSentence } from '../../evidence/review-verdict.ts'
import { type Specialty, specialties } from '../../knowledge/vocabulary.ts'
import { type ReviewEntry, restingOn, reviewEntries, reviewList, sources } from '../../library/review.ts'
import { today } from '../state/store.ts'
import { lists, placeOf } from '../ui/entry-places.ts'
import { Top } from '../ui/top.tsx'
import { EntryPage } from './entry-page.tsx'

const words = {
  learn: 'Learn',
  back: 'What Unknot knows',
  title: 'What Unknot knows',
  lead: (agreed: number, all: number) =>
    agreed === 0
      ? 'All of it, with its sources. No clinician has reviewed it yet.'
      : `All of it, with its sources. A reviewer agreed with ${agreed} of ${all} entries.`,
  counts: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
  memory: 'Only from memory',
  memoryLead: 'Nothing of these sources was read when they were cited. A reviewer has to read them first.',
  review: 'To review next',
  reviewLead: 'What can do most harm when it is wrong stands first. Then comes what rests on memory.',
  whole: 'All',
  specialties: { emergency: 'Emergency medicine', physiotherapy: 'Physiotherapy', pharmacy: 'Pharmacy' } as Readonly<
    Record<Specialty, string>
  >,
  resting: (count: number) => (count === 1 ? '1 entry rests on it' : `${count} entries rest on it`),
  none: 'There is nothing here.',
  past: 'Past its review date',
}

export function Screen({ id }: { readonly id: string }) {
  const [list = '', entry] = id.split('/')
  if (list === '') return <Index />
  if (list === 'sources') return entry ? <SourcePage id={entry} /> : <Sources onlyMemory={false} />
  if (list === 'memory') return <Sources onlyMemory />
  if (list === 'review') return <ToReview specialty={specialties.find(each => each === entry)} />
  const found = lists[list]
  const own = reviewEntries.filter(({ kind }) => kind === found?.kind)
  if (!found || own.length === 0) return <Page title={words.none} />
  const chosen = own.find(each => each.id === entry)
  if (chosen)
    return (
      <main id="main" class="page stack gap-4" data-screen="reference" tabIndex={-1}>
        <Top back={[`/reference/${list}`, found.name]} />
        <EntryPage entry={chosen} />
      </main>
    )
  return (
    <Page title={found.name} lead={words.counts(own.length)}>
      <Links entries={own} />
    </Page>
  )
}

interface PageProps {
  readonly title: string
  readonly lead?: string
  readonly children?: ComponentChildren
}

const Page = ({ title, lead, children }: PageProps) => (
  <main id="main" class="page stack gap-4" data-screen="reference" tabIndex={-1}>
    <Top back={['/reference', words.back]} />
    <h1>{title}</h1>
    {lead && <p class="lead">{lead}</p>}
    {children}
  </main>
)

function Index() {
  const count = (kind: ReviewEntry['kind']) => reviewEntries.filter(each => each.kind === kind).length
  const cited = restingOn()
  const memory = [...cited.keys()].filter(id => sources[id]?.verified === 'memory')
  const doors = [
    ...Object.entries(lists).map(([list, { name, kind }]) => [list, name, count(kind)] as const),
    ['sources', 'Sources', cited.size] as const,
    ['memory', words.memory, memory.length] as const,
    ['review', words.review, reviewList(today()).length] as const,
  ]
  return (
    <main id="main" class="page stack gap-4" data-screen="reference" tabIndex={-1}>
      <Top back={['/learn', words.learn]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(reviewEntries.filter(isAgreed).length, reviewEntries.length)}</p>
      <ul class="doors">
        {doors.map(([list, name, entries]) => (
          <li key={list}>
            <a class="card door" href={list === 'claims' ? '/evidence' : `/reference/${list}`}>
              <h2>{name}</h2>
              <p class="quiet num">{words.counts(entries)}</p>
            </a>
          </li>
        ))}
      </ul>
    </main>
  )
}

const Links = ({ entries }: { readonly entries: readonly ReviewEntry[] }) => (
  <ul class="entry-list">
    {entries.map(each => (
      <li key={`${each.kind} ${each.id}`}>
        <a href={placeOf(each) ?? '/reference'}>{each.title}</a>
        {notesOf(each).map(note => (
          <span key={note} class="note">
            {' '}
            {note}
          </span>
        ))}
      </li>
    ))}
  </ul>
)

const notesOf = (entry: ReviewEntry): readonly string[] => [
  ...(entry.nextReview < today() ? [words.past] : []),
  ...(entry.reviewed ? [verdictSentence(entry) ?? ''] : []),
]

/** Who reviews is chosen by the place: `/reference/review/pharmacy`. */
function ToReview({ specialty }: { readonly specialty: Specialty | undefined }) {
  const list = reviewList(today()).filter(each => specialty === undefined || each.specialties.includes(specialty))
  const doors = [undefined, ...specialties].map(each => ({
    name: each ? words.specialties[each] : words.whole,
    href: each ? `/reference/review/${each}` : '/reference/review',
    isHere: each === specialty,
  }))
  return (
    <Page title={words.review} lead={words.reviewLead}>
      <p class="chips">
        {doors.map(({ name, href, isHere }) => (
          <a key={href} class="chip" href={href} aria-current={isHere ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </p>
      <p class="quiet num">{words.counts(list.length)}</p>
      <Links entries={list} />
    </Page>
  )
}

function Sources({ onlyMemory }: { readonly onlyMemory: boolean }) {
  const cited = [...restingOn()]
    .filter(([id]) => !onlyMemory || sources[id]?.verified === 'memory')
    .toSorted(([, a], [, b]) => b.length - a.length)
  return (
    <Page
      title={onlyMemory ? words.memory : 'Sources'}
      lead={onlyMemory ? words.memoryLead : words.counts(cited.length)}
    >
      <ul class="entry-list">
        {cited.map(([id, resting]) => (
          <li key={id}>
            <a href={`/reference/sources/${id}`}>{sources[id]?.title ?? id}</a>
            <span class="note"> {words.resting(resting.length)}</span>
          </li>
        ))}
      </ul>
    </Page>
  )
}

function SourcePage({ id }: { readonly id: string }) {
  const source = sources[id]
  const resting = restingOn().get(id) ?? []
  if (!source) return <Page title={words.none} />
  return (
    <main id="main" class="page stack gap-4" data-screen="reference" tabIndex={-1}>
      <Top back={['/reference/sources', 'Sources']} />
      <h1>{source.title}</h1>
      <p class="lead">{source.citation}</p>
      {source.where && <p class="quiet">{source.where}</p>}
      <p>{howRead[source.verified]}</p>
      <h2>{words.resting(resting.length)}</h2>
      <Links entries={resting} />
    </main>
  )
}

const howRead: Readonly<Record<string, string>> = {
  verified: 'The page or its summary was read.',
  'abstract-or-excerpt-seen': 'A summary or a part of it was read.',
  'data-seen': 'Its data was read.',
  'partly-verified': 'That it exists was seen. Details are from memory.',
  'secondary-copy-seen': 'A copy or a report of it was read.',
  memory: 'Nothing of it was read. It is cited from memory.',
}
