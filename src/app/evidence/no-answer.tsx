/** No claim answers what was asked: the question can be kept on the device, for a visit, or passed on. */
import { diary, record, strikeOut } from '../state/store.ts'
import { shareWords } from '../ui/share.ts'
import { toast } from '../ui/toast.tsx'

const words = {
  none: (asked: string) => `No claim here says “${asked}”.`,
  how: 'Keep it as a question. It stays on this device, with your questions for a visit.',
  keep: 'Keep the question',
  kept: 'Kept with your questions for a visit.',
  send: 'Send the question',
  question: (asked: string) => `Is it true: ${asked}?`,
  copied: 'Copied. You can paste it now.',
  failed: 'That did not work here.',
}

/** As long as a question in the diary may be. */
const longest = 300

export function NoAnswer({ asked }: { readonly asked: string }) {
  const text = words.question(asked.trim().slice(0, longest - words.question('').length))
  const isKept = diary.value.questions.some(question => question.text === text)
  const keep = () => {
    const event = record({ type: 'question-added', text })
    toast.value = { text: words.kept, undo: () => void strikeOut(event) }
  }
  const send = async () => {
    const outcome = await shareWords(text)
    if (outcome === 'copied' || outcome === 'failed') toast.value = { text: words[outcome] }
  }
  return (
    <div class="card stack gap-3" data-no-answer>
      <p class="lead">{words.none(asked.trim())}</p>
      {isKept ? <p>{words.kept}</p> : <p>{words.how}</p>}
      <p class="chips">
        {!isKept && (
          <button type="button" class="chip" onClick={keep}>
            {words.keep}
          </button>
        )}
        <button type="button" class="chip" onClick={() => void send()}>
          {words.send}
        </button>
      </p>
    </div>
  )
}
