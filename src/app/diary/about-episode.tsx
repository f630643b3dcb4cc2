/** Fields that can be added to an episode later: how bad, which side, what triggered it, a note. */
import { useState } from 'preact/hooks'
import type { DiaryEvent, EventOf } from '../../diary/event.ts'
import { draftOf } from '../state/drafts.ts'
import { isText } from '../state/local-storage.ts'
import { correct, diary, record, strikeOut } from '../state/store.ts'
import { PainPick } from '../ui/pain-pick.tsx'
import { sayKept } from '../ui/say-kept.ts'

const words = {
  pain: 'How bad was it?',
  side: 'Which side?',
  sides: { left: 'Left', middle: 'Middle', right: 'Right' },
  setOff: 'What set it off?',
  causes: ['lifting', 'bending', 'sitting long', 'exercise', 'in my sleep', 'cold', 'heat'],
  note: 'A note',
  keep: 'Keep the note',
  over: 'It is over',
  kept: 'Kept.',
}

export function AboutEpisode({ began }: { readonly began: EventOf<'episode-began'> }) {
  const { episode, side, at } = began
  const own = diary.value.episodes.find(each => each.id === episode)
  const [note] = useState(() => draftOf(`note-${episode}`, { text: '' }, { text: isText }))
  const isOpen = own?.endedAt === undefined
  const say = (event: DiaryEvent) => {
    void sayKept(words.kept, () => void strikeOut(event))
  }
  /** Details of an episode that is over get a time within the episode. */
  const then = isOpen ? undefined : at
  const amend = (part: Partial<Pick<EventOf<'episode-began'>, 'side' | 'setOffBy'>>) => {
    const { id: _id, v: _v, at: _at, instead: _instead, ...body } = began
    correct(began, { ...body, ...part })
  }
  const keepNote = () => {
    const text = note.value().text.trim()
    if (text === '') return
    say(record({ type: 'noted', text, episode }, then))
    note.clear()
  }
  return (
    <div class="stack">
      <PainPick
        legend={words.pain}
        name={`pain-${episode}`}
        chosen={own?.ratings.at(-1)?.pain}
        onPick={pain => say(record({ type: 'episode-rated', episode, pain }, then))}
      />
      <fieldset class="chips">
        <legend class="group">{words.side}</legend>
        {(['left', 'middle', 'right'] as const).map(each => (
          <label key={each} class="chip pick">
            <input
              type="radio"
              name={`side-${episode}`}
              checked={side === each}
              onChange={() => amend({ side: each })}
            />
            {words.sides[each]}
          </label>
        ))}
      </fieldset>
      <fieldset class="chips">
        <legend class="group">{words.setOff}</legend>
        {words.causes.map(cause => (
          <label key={cause} class="chip pick">
            <input
              type="radio"
              name={`cause-${episode}`}
              checked={began.setOffBy === cause}
              onChange={() => amend({ setOffBy: cause })}
            />
            {cause}
          </label>
        ))}
      </fieldset>
      <label class="field">
        <span>{words.note}</span>
        <textarea
          rows={2}
          maxLength={4000}
          value={note.value().text}
          onInput={event => note.type({ text: event.currentTarget.value })}
        />
      </label>
      <p class="chips">
        <button type="button" class="btn" onClick={keepNote}>
          {words.keep}
        </button>
        {isOpen && (
          <button type="button" class="btn" onClick={() => say(record({ type: 'episode-ended', episode }))}>
            {words.over}
          </button>
        )}
      </p>
    </div>
  )
}
