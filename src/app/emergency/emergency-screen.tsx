/** The call screen: the number, what to say, and ways to call without speaking. It shows no remedy. */

import { emergencyNumbers } from '../../knowledge/emergency-numbers.gen.ts'
import { emergencyCalls } from '../../plan/emergency-numbers.ts'
import { change, countryNow } from '../state/settings.ts'
import { askAgain, episode } from '../state/store.ts'
import {
  Combination,
  Contacts,
  explanationOf,
  ofNumber,
  ofReason,
  ofTier,
  together,
  triageNow,
} from '../triage/door.ts'
import { CountrySelect } from '../ui/country-select.tsx'
import { Icon } from '../ui/icon.tsx'
import { Passport } from '../ui/passport.tsx'
import { TierName } from '../ui/tier.tsx'

const words = {
  back: 'Back',
  title: 'Call an ambulance now',
  calm: 'If you think it is an emergency, call now.',
  because: 'What you ticked may mean:',
  call: (number: string) => `Call ${number}`,
  country: 'Country',
  unknown: 'Choose your country',
  anyNumber: 'Which number works where you are? Try these:',
  say: 'Say this, or show it',
  sayAny: 'I need an ambulance. I have new signs that may be dangerous.',
  // The check ends at the first emergency, so it may not have asked this.
  began: 'Tell them when it began. Say too if you may be pregnant, had cancer, were injured, or take a blood thinner.',
  cannot: 'If you cannot speak or hear',
  noText: 'Ask someone near you to call. Show them this screen.',
  notDevice: 'No stretches, heat or massage for this. Unknot is not a medical device.',
  wrong: 'I ticked the wrong thing',
}

export function Screen(_props: { readonly id: string }) {
  const result = triageNow.value
  const urgent = result?.because.filter(({ tier }) => tier === 'emergency') ?? []
  const { calls, country } = emergencyCalls(emergencyNumbers, countryNow())
  const say = [...new Set(urgent.flatMap(reason => explanationOf(reason)?.say ?? []))]
  const may = [...new Set(urgent.flatMap(reason => explanationOf(reason)?.mayMean ?? []))]
  const said = together([ofTier('emergency'), ...urgent.map(ofReason)])
  const open = episode.value
  return (
    <main id="main" class="page" data-screen="emergency" tabIndex={-1}>
      <header class="top">
        <a class="tool" href="/">
          <Icon name="back" />
          {words.back}
        </a>
      </header>
      <div class="cols even">
        <section class="alarm stack">
          <TierName tier="emergency" />
          <h1 class="shout">{words.title}</h1>
          <p class="lead">{may.length > 0 ? `${words.because} ${may.join('; ')}.` : words.calm}</p>
          {country ? (
            <a class="btn next call" href={`tel:${country.call}`}>
              <Icon name="phone" />
              {words.call(country.call)}
            </a>
          ) : (
            <div class="stack gap-3">
              <p>{words.anyNumber}</p>
              <p class="four">
                {calls.map(number => (
                  <a key={number} class="btn next call" href={`tel:${number}`}>
                    {number}
                  </a>
                ))}
              </p>
            </div>
          )}
          <Contacts because={urgent} />
          <CountrySelect
            class="country"
            label={words.country}
            countries={emergencyNumbers}
            chosen={country?.country}
            none={words.unknown}
            onChoose={chosen => change({ country: chosen })}
          />
        </section>
        <section class="stack gap-5">
          <div class="stack gap-2">
            <h2 class="group">{words.say}</h2>
            {(say.length > 0 ? say : [words.sayAny]).map(sentence => (
              <p key={sentence} class="quote">
                “{sentence}”
              </p>
            ))}
            <p class="quiet">{words.began}</p>
            {said && <Passport {...said} />}
          </div>
          {urgent
            .filter(({ kind }) => kind === 'combination')
            .map(reason => (
              <div key={reason.id} class="card stack gap-2">
                <Combination reason={reason} />
              </div>
            ))}
          <div class="stack gap-2">
            <h2 class="group">{words.cannot}</h2>
            {country?.text && <p>{country.text}</p>}
            {country?.relay && <p>{country.relay}</p>}
            {!country?.text && !country?.relay && <p>{words.noText}</p>}
            {country && <Passport {...ofNumber(country)} />}
          </div>
          {open && urgent.length > 0 && (
            <a class="btn plain" href="/check" onClick={() => askAgain(open)}>
              {words.wrong}
            </a>
          )}
          <p class="note">{words.notDevice}</p>
        </section>
      </div>
    </main>
  )
}
