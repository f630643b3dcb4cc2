/** PostgreSQL over two machines, as docs/operations.md sets it up: the logs are on two instances, and a third refers to them. */
import { readFileSync } from 'node:fs'
import { type Postgres, startPostgres } from './postgres.ts'

export interface Shards {
  readonly root: Postgres
  readonly shards: readonly [Postgres, Postgres]
  readonly stop: () => void
}

const sql = (name: string) => readFileSync(new URL(`../../docs/shards/${name}.sql`, import.meta.url), 'utf8')

/** Undefined where there is no PostgreSQL. */
export async function startShards(): Promise<Shards | undefined> {
  const settings = ['log_statement=all']
  const [root, first, second] = [
    await startPostgres(),
    await startPostgres({ settings }),
    await startPostgres({ settings }),
  ]
  if (!root || !first || !second) return undefined
  const shards = [first, second] as const
  for (const shard of shards) await shard.query(sql('shard'))
  await root.query('create extension postgres_fdw')
  for (const [at, { port }] of shards.entries()) {
    await root.query(`create server shard_${at} foreign data wrapper postgres_fdw
      options (host '127.0.0.1', port '${port}', dbname 'postgres', connect_timeout '5', batch_size '200')`)
    await root.query(`create user mapping for unknot server shard_${at} options (user 'unknot')`)
  }
  await root.query(sql('root'))
  return {
    root,
    shards,
    stop: () => {
      for (const instance of [root, ...shards]) instance.stop()
    },
  }
}
