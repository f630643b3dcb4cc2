/** The report for a clinician: options, preview, printing and sharing. */

import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { reportPage } from '../../report/page.ts'
import { pageStyle } from '../../report/page-style.ts'
import type { Paper } from '../../report/paper.ts'
import { type SectionKind, sectionKinds } from '../../report/section-input.ts'
import { entryCount } from '../state/log.ts'
import { diary, record, strikeOut } from '../state/store.ts'
import { Field } from '../ui/field.tsx'
import { Heading } from '../ui/heading.tsx'
import { Icon } from '../ui/icon.tsx'
import { Pick } from '../ui/pick.tsx'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import { drawPage } from './page-content.tsx'
import { paperNow, period, readFood, readMedicineNames, reportNow, type Span, wanted } from './report-now.ts'
import { ReportShare } from './report-share.tsx'
import '../ui/forms.css'
import './report.css'

const words = {
  back: 'Diary',
  title: 'Report for your clinician',
  lead: 'One page that is read in half a minute. Look at it, then print it or pass it on.',
  empty: 'Nothing to show yet. Your report is made from your diary.',
  add: 'Add a cramp or spasm',
  period: 'Period',
  spans: { '30': '30 days', '90': '3 months', '365': '1 year', all: 'All', own: 'My own days' } as Readonly<
    Record<Span, string>
  >,
  from: 'First day',
  to: 'Last day',
  noPeriod: 'Set a first day and a last day. The first comes before the last.',
  questions: 'What do you want to ask?',
  question: 'Your question',
  addQuestion: 'Add the question',
  added: 'Question added.',
  remove: 'Remove',
  removed: 'Question removed.',
  more: 'What it shows',
  parts: 'Parts of the page',
  details: 'Add a page of details',
  detailsHelp: 'Every episode, each trial in full, and sources.',
  sections: {
    'warning-signs': 'Warning signs',
    episodes: 'Episodes',
    tried: 'What I tried',
    trials: 'Trials',
    medicines: 'Medicines',
    food: 'Food',
    questions: 'My questions',
    now: 'How it is now',
    visits: 'What was advised',
  } as Readonly<Record<SectionKind, string>>,
  name: 'Your name, if you want it on the page',
  nameHelp: 'It stays in this browser, beside your diary.',
  paper: 'Paper',
  papers: { a4: 'A4', letter: 'Letter' } as Readonly<Record<Paper, string>>,
  print: 'Print, or save as PDF',
  preview: 'Preview',
}

export function Screen(_props: { readonly id: string }) {
  const paper = paperNow()
  const chosen = period.value
  useEffect(() => usePageStyle(paper), [paper])
  useEffect(() => void readMedicineNames(), [entryCount.value])
  useEffect(() => void readFood(), [chosen, wanted.value().leaveOut, entryCount.value])
  if (entryCount.value === 0)
    return (
      <main id="main" class="page stack gap-5" data-screen="report" tabIndex={-1}>
        <Top back={['/diary', words.back]} />
        <h1>{words.title}</h1>
        <p class="empty">{words.empty}</p>
        <a class="btn next" href="/add">
          {words.add}
        </a>
      </main>
    )
  return (
    <main id="main" class="page report-screen" data-screen="report" tabIndex={-1}>
      <div class="stack">
        <Top back={['/diary', words.back]} />
        <Heading title={words.title} lead={words.lead} />
        <Period />
        <div class="grid-2 stack">
          <Questions />
          <Shown paper={paper} />
        </div>
      </div>
      <Preview />
      {chosen && (
        <div class="dock">
          <button type="button" class="btn next" onClick={() => print()}>
            {words.print}
          </button>
        </div>
      )}
      {reportNow.value && <ReportShare report={reportNow.value} paper={paper} isDetailed={wanted.value().isDetailed} />}
    </main>
  )
}

/** The stylesheet of the page, while this screen is shown. A sheet made by script is no inline style. */
function usePageStyle(paper: Paper): () => void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(pageStyle(paper))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet)
  }
}

function Preview() {
  const report = reportNow.value
  if (report === undefined) return <p class="empty">{words.noPeriod}</p>
  return (
    <section aria-label={words.preview} class="preview">
      {drawPage(reportPage(report, { isDetailed: wanted.value().isDetailed }))}
    </section>
  )
}

function Period() {
  const { span, from, to } = wanted.value()
  return (
    <section class="stack gap-3">
      <Pick
        legend={words.period}
        name="span"
        options={words.spans}
        chosen={span}
        onPick={each => wanted.type({ span: each })}
      />
      {span === 'own' && (
        <div class="filters">
          <Field label={words.from} type="date" value={from} onType={day => wanted.type({ from: day })} />
          <Field label={words.to} type="date" value={to} onType={day => wanted.type({ to: day })} />
        </div>
      )}
    </section>
  )
}

interface FoldProps {
  readonly title: string
  /** Shown beside the title, if there is something to count. */
  readonly count: number | undefined
  readonly isOpen?: boolean
  readonly children: ComponentChildren
}

const Fold = ({ title, count, isOpen = false, children }: FoldProps) => (
  <details class="fold card" open={isOpen}>
    <summary>
      <h2 class="fold-name">{count ? `${title} (${count})` : title}</h2>
      <Icon name="next" />
    </summary>
    <div class="stack gap-3">{children}</div>
  </details>
)

function Questions() {
  const { question } = wanted.value()
  const [wasEmpty] = useState(diary.value.questions.length === 0)
  const add = () => {
    const text = question.trim()
    if (text === '') return
    const event = record({ type: 'question-added', text })
    wanted.type({ question: '' })
    toast.value = { text: words.added, undo: () => void strikeOut(event) }
  }
  const remove = (id: string) => {
    const act = record({ type: 'struck-out', events: [id] })
    toast.value = { text: words.removed, undo: () => void strikeOut(act) }
  }
  return (
    <Fold title={words.questions} count={diary.value.questions.length} isOpen={wasEmpty}>
      {diary.value.questions.length > 0 && (
        <ul class="entries">
          {diary.value.questions.map(({ id, text }) => (
            <li key={id}>
              <p class="told">{text}</p>
              <button
                type="button"
                class="btn plain"
                aria-label={`${words.remove}: ${text}`}
                onClick={() => remove(id)}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <label class="field">
        <span>{words.question}</span>
        <textarea
          rows={2}
          maxLength={300}
          value={question}
          onInput={event => wanted.type({ question: event.currentTarget.value })}
        />
      </label>
      <button type="button" class="btn big" onClick={add}>
        {words.addQuestion}
      </button>
    </Fold>
  )
}

function Shown({ paper }: { readonly paper: Paper }) {
  const { leaveOut, isDetailed, name } = wanted.value()
  const turn = (kind: SectionKind, isOn: boolean) =>
    wanted.type({ leaveOut: isOn ? leaveOut.filter(each => each !== kind) : [...leaveOut, kind] })
  return (
    <Fold title={words.more} count={leaveOut.length === 0 ? undefined : sectionKinds.length - leaveOut.length}>
      <fieldset class="chips">
        <legend class="group">{words.parts}</legend>
        {sectionKinds.map(kind => (
          <label key={kind} class="chip pick">
            <input
              type="checkbox"
              checked={!leaveOut.includes(kind)}
              onChange={event => turn(kind, event.currentTarget.checked)}
            />
            {words.sections[kind]}
          </label>
        ))}
      </fieldset>
      <p class="chips">
        <label class="chip pick">
          <input
            type="checkbox"
            checked={isDetailed}
            onChange={event => wanted.type({ isDetailed: event.currentTarget.checked })}
          />
          {words.details}
        </label>
      </p>
      <p class="note">{words.detailsHelp}</p>
      <Pick
        legend={words.paper}
        name="paper"
        options={words.papers}
        chosen={paper}
        onPick={each => wanted.type({ paper: each })}
      />
      <Field
        label={words.name}
        autocomplete="off"
        maxLength={60}
        value={name}
        onType={text => wanted.type({ name: text })}
      />
      <p class="note">{words.nameHelp}</p>
    </Fold>
  )
}
