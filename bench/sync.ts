/**
 * Sync with records of 1 kB and 8 writers, every push acknowledged when it is on the disk: compared with PouchDB Server and
 * with `pgbench` in the same run; what a device waits for; and how much slower a server with very many logs is.
 */
import type { Bench } from './measure.ts'
import { deviceFigures } from './sync/device.ts'
import { manyLogsFigures } from './sync/many-logs.ts'
import { postgresFigures } from './sync/postgres.ts'
import { pouchDbFigures } from './sync/pouchdb.ts'

export const benchSync: Bench = async () => [
  ...(await deviceFigures()),
  ...(await pouchDbFigures()),
  ...(await postgresFigures()),
  ...(await manyLogsFigures()),
]
