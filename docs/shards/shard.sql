-- Run on each machine that holds a part of the logs. A part is plain tables, with their keys; the root refers to them.
do $$
begin
  for part in 0..15 loop
    execute format('create table if not exists sync_logs_%s (
      log_id text not null primary key, write_hash text not null, read_hash text not null,
      count integer not null, fingerprint text not null, bytes integer not null,
      dropped_at text, dropped_count integer, note bytea, readers text)', part);
    execute format('create table if not exists sync_envelopes_%s (
      log_id text not null, seq integer not null, id text not null, sealed bytea not null, fingerprint text not null,
      primary key (log_id, seq), unique (log_id, id))', part);
  end loop;
end $$;
