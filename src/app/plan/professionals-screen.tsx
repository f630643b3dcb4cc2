/** Who can help: what each may and may not do, when to choose whom, what to ask and bring, where to check them. */

import { useState } from 'preact/hooks'
import { professionals } from '../../knowledge/professionals.gen.ts'
import { registers } from '../../knowledge/registers.gen.ts'
import { settings } from '../state/settings.ts'
import { episode, today } from '../state/store.ts'
import { CountrySelect } from '../ui/country-select.tsx'
import { Fold } from '../ui/fold.tsx'
import { Passport } from '../ui/passport.tsx'
import { Points } from '../ui/points.tsx'
import { Top } from '../ui/top.tsx'
import { remedies } from './plan-now.ts'
import { ofItem } from './remedy-passports.ts'

const words = {
  back: 'Learn',
  title: 'Who can help',
  past: 'This page is past its review date. Do not rely on it.',
  when: 'When',
  may: 'May',
  mayNot: 'May not',
  ask: 'What to ask',
  wait: 'When hands-on care must wait',
  bring: 'What to bring',
  brings: ['the names of all your medicines', 'when it began, and how often it comes', 'the report from your Diary'],
  report: 'Make the report',
  register: 'Are they registered?',
  country: 'Country',
  other: 'Another country',
  unknown: 'We have no source for your country yet. Your health ministry can name the register.',
}

export function Screen(_props: { readonly id: string }) {
  const [country, setCountry] = useState(settings.value.country ?? new Intl.Locale(navigator.language).region ?? '')
  const own = registers[country]
  const care = remedies['professional-care']
  const passport = ofItem('professional-care', episode.value?.complaint ?? 'back')
  const isPast = Object.values(professionals).some(({ nextReview }) => nextReview < today())
  return (
    <main id="main" class="page stack gap-5" data-screen="professionals" tabIndex={-1}>
      <Top back={['/learn', words.back]} />
      <h1>{words.title}</h1>
      {isPast ? <p class="caution">{words.past}</p> : <p class="lead">{care?.summary}</p>}
      {passport && <Passport {...passport} />}
      <div class="doors wide">
        {Object.entries(professionals).map(([id, { name, when, may, mayNot, ask, sources, compiled, nextReview }]) => (
          <section key={id} class="card stack gap-3">
            <h2>{name}</h2>
            {!isPast && <p>{when}</p>}
            <Points title={words.may} points={may} />
            <Points title={words.mayNot} points={mayNot} />
            <Points title={words.ask} points={ask} />
            <Passport
              entries={[`/reference/professionals/${id}`]}
              certainty={null}
              {...{ sources, compiled, nextReview }}
            />
          </section>
        ))}
      </div>
      {care && (
        <Fold title={words.wait} points={[...new Set(care.notFor.map(({ text }) => text)), ...care.stop]} isOpen />
      )}
      <Fold title={words.bring} points={words.brings} />
      <a class="btn big" href="/report">
        {words.report}
      </a>
      <section class="card stack gap-3">
        <h2>{words.register}</h2>
        <CountrySelect
          label={words.country}
          countries={Object.entries(registers).map(([code, { name }]) => ({ country: code, name }))}
          chosen={own && country}
          none={words.other}
          onChoose={chosen => setCountry(chosen ?? '')}
        />
        {own ? (
          <>
            <ul class="entry-list">
              {own.lists.map(({ who, name }) => (
                <li key={who}>
                  <b>{professionals[who]?.name}</b>: {name}
                </li>
              ))}
            </ul>
            <Passport
              entries={[`/reference/registers/${country}`]}
              certainty={null}
              sources={own.sources}
              compiled={own.compiled}
              nextReview={own.nextReview}
            />
          </>
        ) : (
          <p>{words.unknown}</p>
        )}
      </section>
    </main>
  )
}
