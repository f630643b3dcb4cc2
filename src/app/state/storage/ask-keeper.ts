/** Calls the keeper in its worker. If the worker dies, the next call starts a new one. */
import { callsTo } from '../worker/call-worker.ts'
import type { Keeper } from './keeper.ts'

/**
 * Milliseconds after which a worker without an answer counts as dead. After a tap a person waits no longer than this.
 */
const patience = { append: 10_000, forEachEvent: 2, bigTask: 60_000 }

/**
 * `start` makes a worker when one is first needed. Big tasks get a worker of their own, so that no event waits for
 * them.
 */
export function askKeeper(start: () => Worker): Keeper & { readonly makeReady: () => void } {
  const writer = callsTo<Keeper>(start, name)
  const alone: typeof writer.call = async (task, given) => {
    const own = callsTo<Keeper>(start, name)
    return own.call(task, given, { patience: patience.bigTask }).finally(own.stop)
  }
  return {
    makeReady: writer.makeReady,
    append: events =>
      writer.call('append', events, { patience: patience.append + events.length * patience.forEachEvent }),
    checkFold: () => alone('checkFold', undefined),
    reconcile: isFoldChecked => alone('reconcile', isFoldChecked),
    refold: () => alone('refold', undefined),
    fileAlone: () => alone('fileAlone', undefined),
    clear: () => writer.call('clear', undefined, { patience: patience.append }),
  }
}

const name = 'the diary'
