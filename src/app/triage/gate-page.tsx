/** A gate of the check: one question, its short lines on one screen, and "None" or "Yes, or not sure". */
import { useState } from 'preact/hooks'
import type { Page } from '../../triage/interview.ts'
import type { Statement } from '../../triage/page.ts'
import { Choices } from '../ui/choices.tsx'
import { Icon } from '../ui/icon.tsx'
import { answerPage, canGoBack, goBack } from './check-answers.ts'
import { gateWords } from './check-words.ts'
import { Ease } from './ease.tsx'
import { GateIcon } from './gate-icon.tsx'
import { useGuard } from './use-guard.ts'
import { useRead } from './use-read.ts'
import './gate.css'

const words = {
  none: 'None',
  yes: 'Yes, or not sure',
  back: 'Back',
  place: (gate: number, of: number) => `${gate} of ${of}`,
  ...gateWords,
  which: 'Tap each that may fit.',
  all: 'Not sure which',
  on: 'Go on',
  scroll: 'Scroll down to read all of it.',
}

export interface GatePageProps {
  readonly page: Page
  readonly gate: Statement
  readonly episodeId: string
  readonly isBack: boolean
  readonly isAhead: boolean
}

export function GatePage({ page, gate, episodeId, isBack, isAhead }: GatePageProps) {
  const { id, text, lines = [], opens = [] } = gate
  const [isOpening, setOpening] = useState(false)
  const [picked, setPicked] = useState<readonly number[]>([])
  const { end, isRead } = useRead(isAhead)
  const guarded = useGuard(isAhead)
  const isFirst = page.progress?.gate === 1
  const open = (chosen: readonly number[]) => {
    const others = chosen.length === 0 ? [] : lines.filter((_, place) => !chosen.includes(place))
    const absent = others.flatMap(({ names }) => names).filter(each => opens.includes(each))
    answerPage(episodeId, page, { present: [id], absent: [...new Set(absent)] })
  }
  const answerYes = () => (lines.length > 1 ? setOpening(true) : open([]))
  return (
    <>
      <div class="gate-head">
        {page.progress && <Progress {...page.progress} />}
        <div class="row gap">
          <GateIcon gate={id} />
          <h1>{text}</h1>
        </div>
        {isOpening && <p class="lead">{words.which}</p>}
      </div>
      {isOpening ? (
        <Choices
          choices={lines.map((line, place) => ({ id: String(place), text: line.text }))}
          answers={Object.fromEntries(picked.map(place => [place, 'yes' as const]))}
          onAnswer={(place, answer) =>
            setPicked(answer ? [...picked, Number(place)] : picked.filter(each => each !== Number(place)))
          }
          withUnsure={false}
        />
      ) : (
        <>
          <ul class="gate-lines">
            {lines.map(line => (
              <li key={line.text}>{line.text}</li>
            ))}
          </ul>
          {isFirst && <p class="note">{words.once}</p>}
          <span ref={end} />
          {isFirst && isBack && <Ease isAhead={isAhead} />}
        </>
      )}
      <div class="dock gate-dock">
        {isRead === false && !isOpening && <p class="note">{words.scroll}</p>}
        <button
          type="button"
          class="btn round"
          aria-label={words.back}
          disabled={!isOpening && !canGoBack.value}
          onClick={guarded(() => (isOpening ? setOpening(false) : goBack()))}
        >
          <Icon name="back" />
        </button>
        {isOpening ? (
          <>
            <button type="button" class="btn big" onClick={guarded(() => open([]))}>
              {words.all}
            </button>
            <button type="button" class="btn next" disabled={picked.length === 0} onClick={guarded(() => open(picked))}>
              {words.on}
            </button>
          </>
        ) : (
          <>
            <button type="button" class="btn big" onClick={guarded(answerYes)}>
              {words.yes}
            </button>
            <button
              type="button"
              class="btn next"
              disabled={isRead === false}
              onClick={guarded(() => isRead && answerPage(episodeId, page, { absent: [id, ...opens] }))}
            >
              {words.none}
            </button>
          </>
        )}
      </div>
    </>
  )
}

function Progress({ gate, of }: { readonly gate: number; readonly of: number }) {
  return (
    <p class="gate-progress num">
      <progress value={gate - 1} max={of} aria-hidden="true" />
      {words.place(gate, of)}
    </p>
  )
}
