-- With Citus: run this on the coordinator before Unknot starts there for the first time, then the lines of
-- docs/operations.md that spread the tables. Citus makes the parts itself, so there are no partitions here.
create table if not exists sync_logs (
  log_id text not null primary key, write_hash text not null, read_hash text not null,
  count integer not null, fingerprint text not null, bytes integer not null,
  dropped_at text, dropped_count integer, note bytea, readers text);
create table if not exists sync_envelopes (
  log_id text not null, seq integer not null, id text not null, sealed bytea not null, fingerprint text not null,
  primary key (log_id, seq), unique (log_id, id));
create table if not exists sync_links (
  link_id text not null primary key, owner_hash text not null, passcode_hash text, tries_left integer not null,
  until text not null, updated text not null, file text not null);
