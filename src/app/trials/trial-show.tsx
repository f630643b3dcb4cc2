/** What the trial can and cannot show: how often such trials find a difference, for each length. */
import { useEffect, useState } from 'preact/hooks'
import { planningBaseline } from '../../trials/design.ts'
import type { Power } from '../../trials/power.ts'
import { canonical } from '../../trials/protocol.ts'
import { lengthOf } from '../../trials/schedule.ts'
import { Pick } from '../ui/pick.tsx'
import { powerAway } from './all-trials.ts'
import { designOf, ownBaseline, typed } from './trial-draft.ts'

const words = {
  days: (days: number, weeks: number) => `It takes ${days} days, about ${weeks} weeks.`,
  spasms: (count: number) => `It takes ${count} spasms.`,
  basis: {
    own: 'Worked out from your own diary.',
    usual: 'Worked out from usual values. Your diary has too few days yet.',
  },
  working: 'Working it out',
  cycles: 'How long?',
  shorter: 'Shorter',
  longer: 'Longer',
  ifClear: (of100: number, what: string) => `If ${what}, about ${of100} of 100 such trials would say so.`,
  ifSmall: (of100: number) => `If the difference is only just one you would notice, about ${of100} of 100 would.`,
  ifNone: (of100: number) => `If nothing differs, about ${of100} of 100 would claim something by mistake.`,
  clear: {
    rating: 'one truly takes off 2 points more',
    count: 'one truly halves your cramps',
    'yes-no': 'one truly spares you about 1 night in 4',
  },
  cannot: 'It cannot tell hope from effect: you know which one you use.',
  unsettled: '“Not settled” is the usual answer when nothing differs.',
  looks: 'Look before the end?',
  looksKinds: { none: 'No, at the end only', 'each-cycle': 'Yes, after each round from the third' },
  looksHint: 'Looking early makes a mistaken claim likelier: about 7 of 100, not 5.',
  go: 'Go on',
}

export function TrialShow() {
  const value = typed.value()
  const { layout, model, arms, looks } = value
  const own = ownBaseline(value)
  const [power, setPower] = useState<readonly Power[] | undefined>(undefined)
  const key = canonical(layout)
  useEffect(() => {
    let isCurrent = true
    setPower(undefined)
    const found = designOf(value, 0)
    if (found.kind !== 'designed') return
    const { method: _, ...options } = found.protocol.analysis
    void powerAway(options, layout, arms.length, own ?? planningBaseline[model], 400).then(table => {
      if (isCurrent) setPower(table)
    })
    return () => {
      isCurrent = false
    }
  }, [key])
  const length = lengthOf(layout, arms.length)
  const change = (by: number) => {
    if (layout.kind === 'periods')
      typed.type({ layout: { ...layout, cycles: Math.min(12, Math.max(3, layout.cycles + by)) } })
    else typed.type({ layout: { ...layout, episodes: Math.min(40, Math.max(8, layout.episodes + by * 4)) } })
  }
  const [none, small, clear] = power ?? []
  return (
    <>
      <p class="lead">
        {layout.kind === 'periods' ? words.days(length, Math.round(length / 7)) : words.spasms(length)}
      </p>
      <section class="card stack gap-3" aria-live="polite" aria-busy={power === undefined}>
        {none && small && clear ? (
          <>
            <p>
              <b>{words.ifClear(of100(clear.anyClaim), words.clear[model])}</b>
            </p>
            <p>{words.ifSmall(of100(small.anyClaim))}</p>
            <p>{words.ifNone(of100(none.anyClaim))}</p>
          </>
        ) : (
          <p class="quiet">{words.working}</p>
        )}
        <p class="quiet">{own ? words.basis.own : words.basis.usual}</p>
        <fieldset class="chips">
          <legend class="group">{words.cycles}</legend>
          <button type="button" class="chip" onClick={() => change(-1)}>
            {words.shorter}
          </button>
          <button type="button" class="chip" onClick={() => change(1)}>
            {words.longer}
          </button>
        </fieldset>
      </section>
      <section class="card stack gap-3">
        <p>{words.unsettled}</p>
        <p>{words.cannot}</p>
        {layout.kind === 'periods' && (
          <>
            <Pick
              legend={words.looks}
              name="looks"
              options={words.looksKinds}
              chosen={looks}
              onPick={chosen => typed.type({ looks: chosen })}
            />
            <p class="quiet">{words.looksHint}</p>
          </>
        )}
      </section>
      <div class="dock">
        <button type="button" class="btn next" onClick={() => typed.type({ step: 'start' })}>
          {words.go}
        </button>
      </div>
    </>
  )
}

const of100 = (share: number): number => Math.round(share * 100)
