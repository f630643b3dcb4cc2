/** Settings: how Unknot sounds and looks, where you are, and the way to delete everything. */
import { emergencyNumbers } from '../../knowledge/emergency-numbers.gen.ts'
import { forgetDrafts } from '../state/drafts.ts'
import { forgetAside } from '../state/local-storage.ts'
import { isLocked, lock, setLock } from '../state/lock.ts'
import { deleteAll as deleteDiary, entryCount, isKept, isKeptTwice, isPersisted } from '../state/log.ts'
import { change, resetSettings, settings, type Theme } from '../state/settings.ts'
import { isSyncOn } from '../state/sync-on.ts'
import { forgetSync } from '../sync/door.ts'
import { CountrySelect } from '../ui/country-select.tsx'
import { Pick } from '../ui/pick.tsx'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'

const words = {
  title: 'Settings',
  back: 'Now',
  voice: 'Speak the steps',
  vibration: 'Vibrate at each step',
  flash: 'Flash softly at each step',
  flashNote:
    'For people who do not hear the voice. Off if you told Unknot about fits, or if your device asks for less motion.',
  theme: 'Look',
  themes: { system: 'As my device', light: 'Light', dark: 'Dark', night: 'Night, dim amber' } as Readonly<
    Record<Theme, string>
  >,
  units: 'Units',
  unitNames: { metric: 'Metric (°C, ml)', imperial: 'US (°F, oz)' },
  country: 'Country, for emergency numbers',
  guess: 'Guess from my language',
  about: 'About me',
  aboutLead: 'Your year of birth, illnesses and allergies. You say them once.',
  keeping: 'Where your diary is',
  kept: 'Your diary is kept in this browser, on this device only, in two copies.',
  keptOnce: 'Your diary is kept in this browser, on this device only, in one copy. Make a backup now and then.',
  notDeleted: 'Some of it could not be deleted. Close the other tabs of Unknot, and try again.',
  persisted: (is: boolean | undefined) =>
    is === true
      ? 'The browser has promised not to delete it to make room.'
      : is === false
        ? 'The browser has not promised to keep it. It may delete it to make room. Make a backup now and then.'
        : 'The browser does not say whether it may delete it to make room. Make a backup now and then.',
  backup: 'Backup and restore',
  lock: 'Lock it with words',
  closed: 'Your diary is locked. Open it to delete it.',
  sync: 'More devices',
  synced: 'Your diary is kept in this browser. A locked copy is on the server, for your other devices.',
  notKept: 'This browser keeps nothing. Your diary is lost when you close the page.',
  delete: 'Delete everything',
  deleted: 'Everything is deleted.',
  empty: 'There is nothing to delete yet.',
  undo: 'Settings and diary are back.',
}

export function Screen(_props: { readonly id: string }) {
  const { voice, vibration, flash, theme, units, country } = settings.value
  return (
    <main id="main" class="page stack gap-5" data-screen="settings" tabIndex={-1}>
      <Top back={['/', words.back]} />
      <h1>{words.title}</h1>
      <div class="card stack">
        <Toggle label={words.voice} isOn={voice} onChange={isOn => change({ voice: isOn })} />
        <Toggle label={words.vibration} isOn={vibration} onChange={isOn => change({ vibration: isOn })} />
        <Toggle label={words.flash} isOn={flash} onChange={isOn => change({ flash: isOn })} />
        <p class="note">{words.flashNote}</p>
      </div>
      <Pick
        as="card"
        legend={words.theme}
        name="theme"
        options={words.themes}
        chosen={theme}
        onPick={picked => change({ theme: picked })}
      />
      <Pick
        as="card"
        legend={words.units}
        name="units"
        options={words.unitNames}
        chosen={units}
        onPick={picked => change({ units: picked })}
      />
      <CountrySelect
        class="card"
        label={words.country}
        countries={emergencyNumbers}
        chosen={country}
        none={words.guess}
        onChoose={chosen => change({ country: chosen })}
      />
      <section class="card stack gap-2">
        <h2>{words.about}</h2>
        <p>{words.aboutLead}</p>
        <p>
          <a class="btn big" href="/about-me">
            {words.about}
          </a>
        </p>
      </section>
      <section class="card stack gap-2">
        <h2>{words.keeping}</h2>
        <p>{keptText()}</p>
        {isKept.value && <p class="quiet">{words.persisted(isPersisted.value)}</p>}
        <p>
          <a class="btn big" href="/backup">
            {words.backup}
          </a>
        </p>
        <p>
          <a class="btn big" href="/sync">
            {words.sync}
          </a>
        </p>
        <p>
          <a class="btn big" href="/lock">
            {words.lock}
          </a>
        </p>
      </section>
      {isLocked.value ? (
        <p class="quiet">{words.closed}</p>
      ) : entryCount.value > 0 ? (
        <button type="button" class="btn big danger" onClick={deleteAll}>
          {words.delete}
        </button>
      ) : (
        <p class="quiet">{words.empty}</p>
      )}
    </main>
  )
}

function keptText(): string {
  if (!isKept.value) return words.notKept
  if (isSyncOn.value) return words.synced
  return isKeptTwice.value ? words.kept : words.keptOnce
}

async function deleteAll(): Promise<void> {
  const before = settings.value
  const lockBefore = lock.value
  // First, or the server would give it all back.
  const syncAgain = await forgetSync()
  const putBack = await deleteDiary().catch(() => undefined)
  if (putBack === undefined) {
    toast.value = { text: words.notDeleted }
    return
  }
  const putDraftsBack = forgetDrafts()
  const putAsideBack = forgetAside()
  resetSettings()
  setLock(undefined)
  toast.value = {
    text: words.deleted,
    undo: async () => {
      await putBack()
      putDraftsBack()
      putAsideBack()
      await syncAgain()
      change(before)
      setLock(lockBefore)
    },
  }
}

interface ToggleProps {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

const Toggle = ({ label, isOn, onChange }: ToggleProps) => (
  <label class="toggle">
    <input type="checkbox" checked={isOn} onChange={event => onChange(event.currentTarget.checked)} />
    <span>{label}</span>
  </label>
)
