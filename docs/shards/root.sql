-- Run on the database of DATABASE_URL, before Unknot starts there for the first time. It expects the servers shard_0,
-- shard_1, ... (see docs/operations.md), and gives each the parts whose number leaves that remainder.
-- No key stands here: PostgreSQL refuses one over foreign tables. The keys stand on the shards.
create table if not exists sync_logs (
  log_id text not null, write_hash text not null, read_hash text not null,
  count integer not null, fingerprint text not null, bytes integer not null,
  dropped_at text, dropped_count integer, note bytea, readers text) partition by hash (log_id);
create table if not exists sync_envelopes (
  log_id text not null, seq integer not null, id text not null, sealed bytea not null, fingerprint text not null)
  partition by hash (log_id);
do $$
declare shards integer := (select count(*) from pg_foreign_server where srvname like 'shard\_%');
begin
  for part in 0..15 loop
    execute format('create foreign table if not exists sync_logs_%s partition of sync_logs
      for values with (modulus 16, remainder %s) server shard_%s', part, part, part % shards);
    execute format('create foreign table if not exists sync_envelopes_%s partition of sync_envelopes
      for values with (modulus 16, remainder %s) server shard_%s', part, part, part % shards);
  end loop;
end $$;
