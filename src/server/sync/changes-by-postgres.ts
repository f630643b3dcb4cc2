/** Tells the other processes on the same PostgreSQL that a log has grown, by its LISTEN and NOTIFY. */
import pg from 'pg'
import { type Changes, changesHere } from './changes.ts'

const channel = 'unknot_sync'
/** Milliseconds. PostgreSQL commits one notifying transaction at a time, so the logs of a moment share one. */
const gather = 50
const reconnectAfter = 1000
/** A notification holds less than 8000 bytes; the id of a log has 22. */
const mostInOne = 300

/** The same for all processes that use this database. While the connection is broken, only this process is told. */
export function changesByPostgres(url: string): Changes {
  const here = changesHere()
  const changed = new Set<string>()
  let [isClosed, timer]: [boolean, NodeJS.Timeout | undefined] = [false, undefined]
  let client: pg.Client | undefined

  const connect = async () => {
    const next = new pg.Client({ connectionString: url })
    let isLost = false
    const lost = () => {
      if (isLost) return
      isLost = true
      if (client === next) client = undefined
      void next.end().catch(() => undefined)
      if (!isClosed) setTimeout(connect, reconnectAfter).unref()
    }
    next.on('error', lost)
    next.on('notification', ({ payload = '' }) => {
      for (const log of payload.split(',')) here.tell(log)
    })
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
      client = next
    } catch {
      lost()
    }
  }
  /** One at a time: what changes meanwhile goes with the next. */
  const notify = async () => {
    const logs = [...changed].slice(0, mostInOne)
    for (const log of logs) changed.delete(log)
    await client?.query('select pg_notify($1, $2)', [channel, logs.join(',')]).catch(() => undefined)
    timer = changed.size > 0 ? setTimeout(notify, gather) : undefined
  }
  void connect()
  return {
    tell: log => {
      here.tell(log)
      changed.add(log)
      timer ??= setTimeout(notify, gather)
    },
    watch: here.watch,
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}
