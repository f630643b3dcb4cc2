/** The start of a trial: what the person expects of it; then the order is drawn and the plan sealed. */
import { canonical, freeze } from '../../trials/protocol.ts'
import { go } from '../shell/place.ts'
import { newId, record, today } from '../state/store.ts'
import { PainPick } from '../ui/pain-pick.tsx'
import { sha256 } from './all-trials.ts'
import { designOf, typed } from './trial-draft.ts'

const words = {
  expectation: (first: string, second: string) =>
    `Which do you expect to win? 0: surely ${first}. 10: surely ${second}.`,
  fixed: 'The order is drawn now and cannot be drawn again. The plan is sealed; changes are noted beside it.',
  firstDay: 'It starts today.',
  freeze: 'Seal the plan and start',
}

export function TrialStart() {
  const value = typed.value()
  const { arms, expectation } = value
  const start = async () => {
    const [seed = 0] = crypto.getRandomValues(new Uint32Array(1))
    const found = designOf(value, seed)
    if (found.kind !== 'designed') return typed.type({ step: 'facts' })
    const { protocol, sha256: hash } = await freeze(found.protocol, sha256)
    const trial = newId()
    record({ type: 'trial-began', trial, protocol: canonical(protocol), sha256: hash, firstDay: today() })
    typed.clear()
    go(`/trials/${trial}`, 'replace')
  }
  return (
    <>
      <PainPick
        legend={words.expectation(arms[0]?.label ?? '', arms[1]?.label ?? '')}
        name="expectation"
        chosen={expectation}
        onPick={chosen => typed.type({ expectation: chosen })}
      />
      <section class="card stack gap-3">
        <p>{words.fixed}</p>
        <p>{words.firstDay}</p>
      </section>
      <div class="dock">
        <button type="button" class="btn next" disabled={expectation === undefined} onClick={() => void start()}>
          {words.freeze}
        </button>
      </div>
    </>
  )
}
