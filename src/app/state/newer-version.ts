/** A newer version of the app: it waits until the person agrees, but this version may need it before. */
import { signal } from '@preact/signals'

/** Set when a newer version is ready: calling it loads that version. */
export const updateReady = signal<(() => void) | undefined>(undefined)

/** True if files of this version were deleted from the server because it has a newer version. */
export const isNewerThere = signal(false)

/** Milliseconds in which a newer version usually is ready. */
const patience = 10_000

/** Is a file of this version gone? Then the newer one is fetched and waits. Without a network nothing changes. */
export async function lookForNewer(file: string): Promise<void> {
  try {
    const { status } = await fetch(file, { method: 'HEAD', cache: 'no-store' })
    if (status !== 404) return
    isNewerThere.value = true
    const registration = await navigator.serviceWorker?.getRegistration()
    await registration?.update()
  } catch {
    // Without a network, the usual message stays.
  }
}

/** Loads the newer version when it is ready; if it does not become ready, reloads the page. */
export async function loadNewer(): Promise<void> {
  for (let waited = 0; updateReady.peek() === undefined && waited < patience; waited += 200)
    await new Promise(resolve => setTimeout(resolve, 200))
  const load = updateReady.peek()
  if (load) load()
  else location.reload()
}
