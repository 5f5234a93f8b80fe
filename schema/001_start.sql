-- The first shape of a data folder's database (SQLite). Read with docs/adr and src/app/ports/store.h.
--
-- district_id stands first in every key, so that the same tables can be spread over machines by district.
-- Times are UTC milliseconds; yes/no is 0/1. Free text is sealed (BLOB) or masked (TEXT), never in clear.
-- Indexes are partial, on open matters only, and hold no column that changes with every step: at a million
-- matters this was worth a factor of three in commits per second.

CREATE TABLE matter (
  district_id INTEGER NOT NULL,
  matter      INTEGER NOT NULL,
  revision    INTEGER NOT NULL,          -- of the last entry
  head        BLOB    NOT NULL,          -- hash of the last entry
  number      TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  step        TEXT    NOT NULL,
  final       INTEGER NOT NULL,
  owner       TEXT    NOT NULL,
  place       TEXT    NOT NULL,
  community   TEXT    NOT NULL,
  street      TEXT    NOT NULL,
  category    TEXT    NOT NULL,
  title       TEXT    NOT NULL,          -- masked
  channel     TEXT    NOT NULL,
  opened      INTEGER NOT NULL,
  updated     INTEGER NOT NULL,
  promised    INTEGER,
  next_due    INTEGER,
  look_again  INTEGER,
  closed      INTEGER,
  overdue     INTEGER NOT NULL,
  contested   INTEGER NOT NULL,
  returned    INTEGER NOT NULL,
  provisional INTEGER NOT NULL,
  historical  INTEGER NOT NULL,
  parent      INTEGER NOT NULL,          -- 0: none
  parties     TEXT    NOT NULL,          -- ledger value text: a list of unit codes
  wrapped_key BLOB    NOT NULL,          -- empty after erasure
  secret_hash TEXT    NOT NULL,
  PRIMARY KEY (district_id, matter)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX matter_number ON matter (district_id, number);
CREATE INDEX matter_opened ON matter (district_id, opened);
CREATE INDEX matter_parent ON matter (district_id, parent) WHERE parent <> 0;
CREATE INDEX matter_look_again ON matter (district_id, look_again) WHERE look_again IS NOT NULL AND historical = 0;
CREATE INDEX matter_open_due ON matter (district_id, next_due) WHERE final = 0;
CREATE INDEX matter_open_owner ON matter (district_id, owner, next_due) WHERE final = 0;

-- The ledger. One row per event, never changed.
CREATE TABLE entry (
  district_id INTEGER NOT NULL,
  matter      INTEGER NOT NULL,
  revision    INTEGER NOT NULL,
  position    INTEGER NOT NULL,          -- in the district's feed: 1, 2, 3 … without gaps
  at          INTEGER NOT NULL,
  kind        TEXT    NOT NULL,
  bytes       BLOB    NOT NULL,          -- canonical; what the hash covers
  hash        BLOB    NOT NULL,
  PRIMARY KEY (district_id, matter, revision),
  FOREIGN KEY (district_id, matter) REFERENCES matter (district_id, matter)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX entry_position ON entry (district_id, position);

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- Units that own a matter or were called to it.
CREATE TABLE concerned (
  district_id INTEGER NOT NULL,
  party       TEXT    NOT NULL,
  matter      INTEGER NOT NULL,
  PRIMARY KEY (district_id, party, matter),
  FOREIGN KEY (district_id, matter) REFERENCES matter (district_id, matter)
) STRICT, WITHOUT ROWID;

CREATE TABLE content (
  district_id INTEGER NOT NULL,
  matter      INTEGER NOT NULL,
  ordinal     INTEGER NOT NULL,          -- 1, 2, 3 … within the matter
  commitment  TEXT    NOT NULL,
  stands_at   TEXT    NOT NULL,          -- "field.what", "words@7"
  cipher      BLOB    NOT NULL,          -- empty after erasure
  masked      TEXT    NOT NULL,          -- empty after erasure, and of personal and confidential texts
  PRIMARY KEY (district_id, matter, ordinal),
  FOREIGN KEY (district_id, matter) REFERENCES matter (district_id, matter)
) STRICT, WITHOUT ROWID;

-- Search: the distinct terms of number, title and masked texts, one document per matter, made by the
-- application (bigrams: SQLite's own trigrams find no two-character word). The full-text index stores no copy.
CREATE TABLE search_doc (
  doc         INTEGER PRIMARY KEY,
  district_id INTEGER NOT NULL,
  matter      INTEGER NOT NULL,
  terms       TEXT    NOT NULL,
  UNIQUE (district_id, matter),
  FOREIGN KEY (district_id, matter) REFERENCES matter (district_id, matter)
) STRICT;

CREATE VIRTUAL TABLE search USING fts5(
  terms, content = 'search_doc', content_rowid = 'doc', detail = none, columnsize = 0, tokenize = 'ascii');

-- Answers already given, by idempotency key.
CREATE TABLE answered (
  district_id  INTEGER NOT NULL,
  scope        TEXT    NOT NULL,
  key          TEXT    NOT NULL,
  request_hash TEXT    NOT NULL,
  matter       INTEGER NOT NULL,
  number       TEXT    NOT NULL,
  revision     INTEGER NOT NULL,
  step         TEXT    NOT NULL,
  hash         TEXT    NOT NULL,
  position     INTEGER NOT NULL,
  PRIMARY KEY (district_id, scope, key)
) STRICT, WITHOUT ROWID;

-- Counters without gaps: "feed", "outbox", and one per number prefix ("number HX-2023-").
CREATE TABLE counter (
  district_id INTEGER NOT NULL,
  name        TEXT    NOT NULL,
  value       INTEGER NOT NULL,
  PRIMARY KEY (district_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  district_id INTEGER NOT NULL,
  id          INTEGER NOT NULL,
  matter      INTEGER NOT NULL,
  key         TEXT    NOT NULL,
  to_whom     TEXT    NOT NULL,
  text        TEXT    NOT NULL,
  arguments   TEXT    NOT NULL,          -- ledger value text: a list of name, value, name, value …
  at          INTEGER NOT NULL,
  tried       INTEGER,
  tries       INTEGER NOT NULL,
  PRIMARY KEY (district_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE register_row (
  district_id INTEGER NOT NULL,
  reg         TEXT    NOT NULL,
  code        TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  valid_from  INTEGER NOT NULL,
  valid_to    INTEGER,
  columns     TEXT    NOT NULL,          -- as arguments above
  PRIMARY KEY (district_id, reg, code, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  district_id   INTEGER NOT NULL,
  login         TEXT    NOT NULL,
  person        TEXT    NOT NULL,
  password_hash TEXT    NOT NULL,
  disabled      INTEGER NOT NULL,
  PRIMARY KEY (district_id, login)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  district_id INTEGER NOT NULL,
  token_hash  TEXT    NOT NULL,
  person      TEXT    NOT NULL,
  csrf        TEXT    NOT NULL,
  created     INTEGER NOT NULL,
  used        INTEGER NOT NULL,
  bearer      INTEGER NOT NULL,
  label       TEXT    NOT NULL,
  PRIMARY KEY (district_id, token_hash)
) STRICT, WITHOUT ROWID;
