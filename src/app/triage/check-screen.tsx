/** The check: one page after another, until no question that is left could change the result. Most pages are gates. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Details as DetailAnswers } from '../../diary/event.ts'
import { complaintAt, sexes } from '../../knowledge/vocabulary.ts'
import { unnamedNow } from '../../plan/held-medicines.ts'
import type { Page } from '../../triage/interview.ts'
import { go } from '../shell/place.ts'
import { draftOf } from '../state/drafts.ts'
import { isNumber, isText, objectOf, oneOf, type Shape, sound } from '../state/local-storage.ts'
import { diary, episode, openedAt } from '../state/store.ts'
import { painted } from '../ui/after-paint.ts'
import { focusHeading, titleTab } from '../ui/announce.ts'
import { titled } from '../ui/body-map.tsx'
import { type ChoiceAnswer, Choices } from '../ui/choices.tsx'
import { Icon } from '../ui/icon.tsx'
import { type Settled, Simpler } from '../ui/simpler.tsx'
import { Top } from '../ui/top.tsx'
import { answerPage, canGoBack, goBack, readAnswers } from './check-answers.ts'
import { checkIf, triageNow } from './check-now.ts'
import { Details, isComplete } from './details.tsx'
import { GatePage } from './gate-page.tsx'

const words = {
  lead: 'Tap what fits.',
  partners: 'Some signs matter more together.',
  none: 'None of these',
  some: 'Go on',
  unsure: 'Not sure',
  back: 'Back',
  missing: 'Answer the questions above to go on.',
}

interface HalfPage {
  readonly episode: string
  readonly page: string
  readonly answers: Readonly<Record<string, ChoiceAnswer>>
  readonly details: DetailAnswers
}

const noPage: HalfPage = { episode: '', page: '', answers: {}, details: {} }
const detailShape: Shape<DetailAnswers> = {
  age: isNumber,
  sex: oneOf(...sexes),
  hoursSinceOnset: isNumber,
  pregnancyWeeks: isNumber,
}
const draft = draftOf('check', noPage, {
  episode: isText,
  page: isText,
  answers: objectOf(oneOf('yes', 'unsure')),
  details: value => sound<DetailAnswers>(value, detailShape).isWhole,
})

/** Before the tap it is drawn for the most common place of pain; most of it stays the same for another place. */
const likeliest = 'low back'

export function Screen({ isAhead = false }: { readonly id: string; readonly isAhead?: boolean }) {
  const main = useRef<HTMLElement>(null)
  const [expected] = useState(() => (isAhead ? checkIf(likeliest) : undefined))
  const { open, result } = isAhead && expected ? expected : { open: episode.value, result: triageNow.value }
  const page = result?.ask ?? null
  useEffect(() => {
    // Not while it is drawn ahead: the tap that opens it comes first, and makes this run.
    if (!isAhead && unnamedNow(diary.value.medicines, openedAt.value).length > 0)
      void import('../medicines/door.ts').then(({ lookUpKeptNames }) => lookUpKeptNames())
  }, [isAhead])
  useEffect(() => {
    // Hidden content is laid out only when it is asked for.
    if (isAhead) main.current?.querySelector('h1')?.getBoundingClientRect()
    else if (!open) go('/', 'replace')
    else if (page === null) go(result?.tier === 'emergency' ? '/emergency' : '/result', 'replace')
  }, [isAhead, open, page === null])
  useEffect(() => {
    if (!isAhead && open) void painted().then(() => readAnswers(open))
  }, [isAhead, open?.id])
  const [gate] = page?.statements ?? []
  const name = gate?.lines ? `${page?.page} ${gate.id}` : page?.page
  const before = useRef(name)
  useEffect(() => {
    if (isAhead || before.current === name) return
    before.current = name
    const heading = main.current?.querySelector('h1')
    titleTab(heading)
    focusHeading(heading)
  }, [isAhead, name])
  if (!open || !page) return null
  const names = isAhead
    ? { class: 'page tall unseen', 'aria-hidden': true }
    : { id: 'main', class: 'page tall', 'data-screen': 'check' }
  return (
    <main ref={main} {...names} data-page={name} tabIndex={-1}>
      <Top back={['/', titled(open.region)]} />
      {gate?.lines ? (
        <GatePage
          // The first gate is drawn ahead for one place; for another only its words change.
          key={page.progress?.gate === 1 ? 'first' : gate.id}
          page={page}
          gate={gate}
          episodeId={open.id}
          isBack={complaintAt(open.region) === 'back'}
          isAhead={isAhead}
        />
      ) : (
        <CheckPage key={page.page} page={page} episodeId={open.id} />
      )}
    </main>
  )
}

function CheckPage({ page, episodeId }: { readonly page: Page; readonly episodeId: string }) {
  const [doubted, setDoubted] = useState<readonly string[]>([])
  const half = draft.value()
  const isOfThis = half.page === page.page && half.episode === episodeId
  const own = isOfThis ? half : { ...noPage, episode: episodeId, page: page.page }
  const keep = (part: Partial<HalfPage>) => draft.type({ ...own, ...part })
  const submit = (settled: Readonly<Record<string, Settled>>, details = own.details) => {
    const ids = page.statements.map(({ id }) => id)
    const of = (id: string): Settled => settled[id] ?? (own.answers[id] === 'yes' ? 'present' : 'absent')
    draft.clear()
    answerPage(episodeId, page, {
      present: ids.filter(id => of(id) === 'present'),
      absent: ids.filter(id => of(id) === 'absent'),
      unsure: ids.filter(id => of(id) === 'unsure'),
      ...(page.details.length > 0 ? { details } : {}),
    })
  }
  const next = () => {
    const unsure = page.statements.map(({ id }) => id).filter(id => own.answers[id] === 'unsure')
    if (unsure.length > 0) setDoubted(unsure)
    else submit({})
  }
  /** The last tap that completes the details goes to the next page; Back takes it back. */
  const answerDetails = (details: DetailAnswers, isPressed = false) => {
    if (isPressed && page.statements.length === 0 && isComplete(page.details, details)) submit({}, details)
    else keep({ details })
  }
  if (doubted.length > 0)
    return <Simpler statements={page.statements.filter(({ id }) => doubted.includes(id))} onDone={submit} />

  const isMarked = Object.values(own.answers).some(answer => answer !== undefined)
  const hasDetails = isComplete(page.details, own.details)
  // "Not sure" for a whole page is not an answer: it shows each of its signs in simpler words.
  const canDoubt = !isMarked && page.statements.length > 0
  const doubtAll = () => setDoubted(page.statements.map(({ id }) => id))
  return (
    <>
      <div class="stack gap-2">
        <h1>{page.title}</h1>
        {page.statements.length > 0 && <p class="lead">{page.page === 'partners' ? words.partners : words.lead}</p>}
      </div>
      <Details details={page.details} answers={own.details} onAnswer={answerDetails} />
      {page.statements.length > 0 && (
        <div class="check-list">
          <Choices
            choices={page.statements.map(({ id, text, resembles }) => ({ id, text, isInset: resembles !== undefined }))}
            answers={own.answers}
            onAnswer={(id, answer) => keep({ answers: { ...own.answers, [id]: answer } })}
          />
        </div>
      )}
      <div class={canDoubt ? 'dock gate-dock' : 'dock gate-dock two'}>
        {!hasDetails && <p class="note">{words.missing}</p>}
        <button type="button" class="btn round" aria-label={words.back} disabled={!canGoBack.value} onClick={goBack}>
          <Icon name="back" />
        </button>
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
