/**
 * Tells who waits for a log that it has grown: within one process at once. Between processes on one PostgreSQL see
 * changes-by-postgres.ts; elsewhere who waits looks again every few seconds (routes/sync-changes.ts).
 */

export interface Changes {
  readonly tell: (log: string) => void
  /** Returns the function that ends the watch. */
  readonly watch: (log: string, onChange: () => void) => () => void
  readonly close: () => Promise<void>
}

export function changesHere(): Changes {
  const watchers = new Map<string, Set<() => void>>()
  return {
    tell: log => {
      for (const onChange of watchers.get(log) ?? []) onChange()
    },
    watch: (log, onChange) => {
      const those = watchers.get(log) ?? new Set()
      watchers.set(log, those.add(onChange))
      return () => {
        those.delete(onChange)
        if (those.size === 0 && watchers.get(log) === those) watchers.delete(log)
      }
    },
    close: async () => undefined,
  }
}
