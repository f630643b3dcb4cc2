/** It hurts more: what to do first, and after that the question how it is. */
import { useEffect } from 'preact/hooks'
import { whenItHurts } from '../../remedies/when-it-hurts.ts'
import { exercises, ofItem, remedies } from '../plan/door.ts'
import { go } from '../shell/place.ts'
import { diary, episode } from '../state/store.ts'
import { together } from '../triage/door.ts'
import { Icon } from '../ui/icon.tsx'
import { Passport } from '../ui/passport.tsx'
import { say, silence } from '../ui/senses.ts'
import { Top } from '../ui/top.tsx'
import { rateAfter } from './started-as.ts'
import './hands-free.css'

const words = {
  now: 'Now',
  look: 'Then look at the skin',
  help: 'Get help if',
  who: 'Who can help',
  done: 'Done. Go on',
}

/** `id` is that of the script. The session has ended; nothing is asked here. */
export function Screen({ id }: { readonly id: string }) {
  const what = whenItHurts({ remedies, exercises }, id)
  useEffect(() => {
    if (what) say([what.first, ...(what.skin.length > 0 ? [`${words.look}.`, ...what.skin] : [])].join(' '))
    else go('/', 'replace')
    return silence
  }, [id])
  if (!what) return null
  const complaint = episode.value?.complaint ?? 'back'
  const last = diary.value.sessions.at(-1)
  const isOfCourse = last?.script === id && last.course !== undefined
  // The reasons to get help with an exercise are in its remedy.
  const parent = Object.keys(remedies).find(each => remedies[each]?.exercises?.includes(id))
  const passports = [id.split('/')[0] ?? '', ...(parent === undefined ? [] : [parent])]
  const passport = together(passports.map(each => ofItem(each, complaint)))
  return (
    <main id="main" class="page stack" data-screen="hurts" tabIndex={-1}>
      <Top back={['/', words.now]} withVoice />
      <h1 class="first">{what.first}</h1>
      {what.skin.length > 0 ? <Skin looks={what.skin} /> : <Help reasons={what.help} />}
      {passport && <Passport {...passport} />}
      <p>
        <a class="btn plain" href="/professionals">
          {words.who}
        </a>
      </p>
      <div class="dock">
        <button
          type="button"
          class="btn next"
          onClick={() => go(episode.value ? rateAfter(episode.value.id, isOfCourse) : '/', 'replace')}
        >
          {words.done}
        </button>
      </div>
    </main>
  )
}

/** From harmless to serious, in the order of the knowledge. */
const Skin = ({ looks }: { readonly looks: readonly string[] }) => (
  <section class="card stack gap-3">
    <h2>{words.look}</h2>
    <ul class="looks">
      {looks.map((text, index) => {
        const [look = text, what] = text.split(/(?<=:) /)
        const isGrave = index === looks.length - 1
        return (
          <li key={text} class={isGrave ? 'grave' : ''}>
            <Icon name={isGrave ? 'alert' : index === 0 ? 'tick' : 'dot'} />
            <p>
              <b>{look}</b> {what}
            </p>
          </li>
        )
      })}
    </ul>
  </section>
)

const Help = ({ reasons }: { readonly reasons: readonly string[] }) => (
  <section class="card stack gap-3">
    <h2>{words.help}</h2>
    <ul class="looks">
      {reasons.map(text => (
        <li key={text}>
          <Icon name="alert" />
          <p>{text}</p>
        </li>
      ))}
    </ul>
  </section>
)
