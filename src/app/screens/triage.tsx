/** The check: one page after another until nothing that is left to ask could change the answer. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Details as DetailAnswers } from '../../diary/event.ts'
import type { Page } from '../../triage/interview.ts'
import { checkIf, triageNow } from '../checking.ts'
import { draftOf } from '../draft.ts'
import { painted } from '../painted.ts'
import { titled } from '../parts/body-map.tsx'
import { type Answer, Choices } from '../parts/choices.tsx'
import { Details, isComplete } from '../parts/details.tsx'
import { type Settled, Simpler } from '../parts/simpler.tsx'
import { Top } from '../parts/top.tsx'
import { go } from '../place.ts'
import { episode, record } from '../store.ts'

const words = {
  lead: 'Tap what fits.',
  leads: {
    emergency: 'Tap what fits. These signs need help fast.',
    categories: 'Tap what fits. What you do not tick counts as no.',
    partners: 'Some signs matter more together.',
  } as Readonly<Record<string, string>>,
  none: 'None of these',
  some: 'Go on',
  unsure: 'Not sure',
  page: 'Page',
  missing: 'Answer the questions above to go on.',
}

interface HalfPage {
  readonly episode: string
  readonly page: string
  readonly answers: Readonly<Record<string, Answer>>
  readonly details: DetailAnswers
}

const noPage: HalfPage = { episode: '', page: '', answers: {}, details: {} }
const draft = draftOf('check', noPage)

/** Ahead of the tap it is drawn with the place where pain is the commonest; most of it stays when another is tapped. */
const likeliest = 'low back'

export function Screen({ isAhead = false }: { readonly id: string; readonly isAhead?: boolean }) {
  const main = useRef<HTMLElement>(null)
  const [expected] = useState(() => (isAhead ? checkIf(likeliest) : undefined))
  const { open, result } = isAhead && expected ? expected : { open: episode.value, result: triageNow.value }
  const page = result?.ask ?? null
  useEffect(() => {
    // What is not seen is laid out only when it is asked for.
    if (isAhead) main.current?.querySelector('h1')?.getBoundingClientRect()
    else if (!open) go('/', 'replace')
    else if (page === null) go(result?.tier === 'emergency' ? '/emergency' : '/result', 'replace')
  }, [isAhead, open, page === null])
  if (!open || !page) return null
  const number =
    new Set(open.answered.filter(({ at }) => at > (open.askedAgainAt ?? 0)).map(each => each.page)).size + 1
  const names = isAhead
    ? { class: 'page unseen', 'aria-hidden': true }
    : { id: 'main', class: 'page', 'data-screen': 'check' }
  return (
    <main ref={main} {...names} data-page={page.page} tabIndex={-1}>
      <Top back={['/', titled(open.region)]} />
      <CheckPage key={page.page} page={page} episodeId={open.id} number={number} isAhead={isAhead} />
    </main>
  )
}

function CheckPage({
  page,
  episodeId,
  number,
  isAhead,
}: {
  readonly page: Page
  readonly episodeId: string
  readonly number: number
  readonly isAhead: boolean
}) {
  const [doubted, setDoubted] = useState<readonly string[]>([])
  const shown = useFirstThenAll(groupsOf(page), groupsAtOnce, isAhead)
  const half = draft.value()
  const isOfThis = half.page === page.page && half.episode === episodeId
  const own = isOfThis ? half : { ...noPage, episode: episodeId, page: page.page }
  const keep = (part: Partial<HalfPage>) => draft.type({ ...own, ...part })
  const submit = (settled: Readonly<Record<string, Settled>>) => {
    const ids = page.statements.map(({ id }) => id)
    const of = (id: string): Settled => settled[id] ?? (own.answers[id] === 'yes' ? 'present' : 'absent')
    draft.clear()
    scrollTo(0, 0)
    record({
      type: 'answered',
      episode: episodeId,
      page: page.page,
      present: ids.filter(id => of(id) === 'present'),
      absent: ids.filter(id => of(id) === 'absent'),
      unsure: ids.filter(id => of(id) === 'unsure'),
      ...(page.details.length > 0 ? { details: own.details } : {}),
    })
  }
  const next = () => {
    const unsure = page.statements.map(({ id }) => id).filter(id => own.answers[id] === 'unsure')
    // A category one is not sure of is opened as if it were ticked: there is nothing to say in simpler words.
    if (unsure.length > 0 && page.page !== 'categories') setDoubted(unsure)
    else submit(Object.fromEntries(unsure.map(id => [id, 'unsure' as const])))
  }
  if (doubted.length > 0)
    return <Simpler statements={page.statements.filter(({ id }) => doubted.includes(id))} onDone={submit} />

  const isMarked = Object.values(own.answers).some(answer => answer !== undefined)
  const hasDetails = isComplete(page.details, own.details)
  // "Not sure" for a whole page is no answer: it opens each of its signs in simpler words.
  const canDoubt = !isMarked && page.statements.length > 0 && page.page !== 'categories'
  const doubtAll = () => setDoubted(page.statements.map(({ id }) => id))
  return (
    <>
      <div class="stack gap-2">
        <p class="note num">
          {words.page} {number}
        </p>
        <h1>{page.title}</h1>
        <p class="lead">{words.leads[page.page] ?? words.lead}</p>
      </div>
      <Details details={page.details} answers={own.details} onAnswer={details => keep({ details })} />
      <div class="check-grid">
        {shown.map(({ title, statements }, place) => (
          // By its place: a page drawn ahead takes on the words of the one that opens.
          <section key={place}>
            {title && <h2 class="group">{title}</h2>}
            <Choices
              choices={statements.map(({ id, text, hint, resembles }) => ({
                id,
                text,
                ...(hint === undefined ? {} : { hint }),
                isInset: resembles !== undefined,
              }))}
              answers={own.answers}
              onAnswer={(id, answer) => keep({ answers: { ...own.answers, [id]: answer } })}
            />
          </section>
        ))}
      </div>
      <div class={canDoubt ? 'dock two' : 'dock'}>
        {!hasDetails && <p class="note">{words.missing}</p>}
        {canDoubt && (
          <button type="button" class="btn big" disabled={!hasDetails} onClick={doubtAll}>
            {words.unsure}
          </button>
        )}
        <button type="button" class="btn next" disabled={!hasDetails} onClick={next}>
          {isMarked || page.statements.length === 0 ? words.some : words.none}
        </button>
      </div>
    </>
  )
}

/** As many groups as a phone shows: the tap that opens a page waits for no more. */
const groupsAtOnce = 2

/** The first few for the first paint, all of them right after it. */
function useFirstThenAll<T>(all: readonly T[], first: number, isAhead: boolean): readonly T[] {
  const [isPainted, setPainted] = useState(false)
  useEffect(() => {
    if (!isAhead) void painted().then(() => setPainted(true))
  }, [isAhead])
  return isPainted ? all : all.slice(0, first)
}

/** Statements under their headings, in the order they are asked; a look-alike stays with its sign. */
function groupsOf({ statements }: Page) {
  const groups: { title: string; statements: Page['statements'][number][] }[] = []
  for (const statement of statements) {
    const likeness = groups.find(group => group.statements.some(({ id }) => id === statement.resembles))
    const title = statement.group ?? ''
    const group = likeness ?? groups.find(each => each.title === title)
    if (group) group.statements.push(statement)
    else groups.push({ title, statements: [statement] })
  }
  return groups
}
