/** Learn: what Unknot is, what it is for and what it is not, and where its knowledge comes from. */
import { compiledOn } from '../../knowledge/compiled.gen.ts'
import { takenDates } from '../state/taken-knowledge.ts'
import { say } from '../ui/days.ts'
import { Top } from '../ui/top.tsx'

const words = {
  title: 'Learn',
  about: 'About Unknot',
  aboutText: [
    'Unknot helps with back spasms and muscle cramps in adults.',
    'It asks about danger first, then shows the next step and keeps time while you do it.',
    'Each piece of advice shows how sure it is, and its sources.',
  ],
  use: 'Intended use',
  useText: [
    'Unknot gives general information and comfort measures for common back spasms and muscle cramps in adults of 16 and over.',
    'It is not a medical device. No regulator has assessed it. No clinician has reviewed its content yet.',
    'It does not name your illness, watch over a disease, or choose or change medicines.',
    'It is not for emergencies, for children, or for problems of pregnancy.',
    'If you are worried, contact a health professional.',
  ],
  privacy: 'Privacy',
  privacyText: [
    'There is no account and no tracking. Nothing you answer leaves this device.',
    'It works offline once it has loaded. You can delete everything in the settings.',
  ],
  more: 'More',
  evidence: 'Is it true?',
  evidenceText: 'Search what people say about spasms and cramps.',
  professionals: 'Who can help',
  reference: 'What Unknot knows',
  built: (day: string) => `What it knows is of ${day}.`,
  taken: (day: string, signed: string) => `What it knows is of ${day}, from a file signed on ${signed}.`,
  newer: 'How new is it?',
  painkillers: 'Painkillers',
  products: 'Do I need to buy something?',
  productsText: 'Compare products with what costs nothing.',
}

const sections = [
  [words.about, words.aboutText],
  [words.use, words.useText],
  [words.privacy, words.privacyText],
] as const

export function Screen(_props: { readonly id: string }) {
  return (
    <main id="main" class="page stack gap-5" data-screen="learn" tabIndex={-1}>
      <Top />
      <h1>{words.title}</h1>
      <a class="card door" href="/evidence">
        <h2>{words.evidence}</h2>
        <p class="quiet">{words.evidenceText}</p>
      </a>
      <a class="card door" href="/products">
        <h2>{words.products}</h2>
        <p class="quiet">{words.productsText}</p>
      </a>
      {sections.map(([title, texts]) => (
        <section key={title} class="card stack gap-3">
          <h2>{title}</h2>
          {texts.map(text => (
            <p key={text}>{text}</p>
          ))}
          {title === words.about && <HowNew />}
        </section>
      ))}
      <section class="stack gap-3">
        <h2>{words.more}</h2>
        <a class="btn big" href="/professionals">
          {words.professionals}
        </a>
        <a class="btn big" href="/reference">
          {words.reference}
        </a>
        <a class="btn big" href="/painkillers">
          {words.painkillers}
        </a>
      </section>
    </main>
  )
}

/** The date of the knowledge, which a file may have renewed. */
function HowNew() {
  const dates = takenDates()
  return (
    <>
      <p>
        {dates ? words.taken(say.date(dates.compiled), say.date(dates.signedOn)) : words.built(say.date(compiledOn))}
      </p>
      <a class="btn big" href="/knowledge">
        {words.newer}
      </a>
    </>
  )
}
