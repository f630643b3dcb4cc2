/** What `/metrics` tells of sync: numbers alone, of no person, log or address. */

export interface Counts {
  readonly answered: (operation: string, status: number) => void
  readonly appended: (envelopes: number) => void
  readonly streams: (change: 1 | -1) => void
  /** In the text format of Prometheus, version 0.0.4. */
  readonly text: () => string
}

export function newCounts(): Counts {
  const requests = new Map<string, number>()
  let [envelopes, streams] = [0, 0]
  return {
    answered: (operation, status) => {
      const labels = `operation="${operation}",status="${status}"`
      requests.set(labels, (requests.get(labels) ?? 0) + 1)
    },
    appended: count => {
      envelopes += count
    },
    streams: change => {
      streams += change
    },
    text: () =>
      [
        '# HELP unknot_sync_requests_total Answered requests of sync, by operation and status.',
        '# TYPE unknot_sync_requests_total counter',
        ...[...requests].sort().map(([labels, count]) => `unknot_sync_requests_total{${labels}} ${count}`),
        '# HELP unknot_sync_envelopes_total Envelopes appended since the start.',
        '# TYPE unknot_sync_envelopes_total counter',
        `unknot_sync_envelopes_total ${envelopes}`,
        '# HELP unknot_sync_streams Open streams of changes.',
        '# TYPE unknot_sync_streams gauge',
        `unknot_sync_streams ${streams}`,
        '# HELP unknot_memory_bytes Resident memory of the process.',
        '# TYPE unknot_memory_bytes gauge',
        `unknot_memory_bytes ${process.memoryUsage.rss()}`,
        '',
      ].join('\n'),
  }
}
