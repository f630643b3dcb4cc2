/** Set when a newer version of the app is ready: calling it loads that version. */
import { signal } from '@preact/signals'

export const updateReady = signal<(() => void) | undefined>(undefined)
