-- Idempotency keys are forgotten after a while (app/tidy.h), so each says when it was answered.
-- Those of before are forgotten now: their request_hash was made without a key, so that whoever holds the file could
-- try names and phones against it. A phone that repeats a request of that very moment is answered as if it were new.
DROP TABLE answered;

CREATE TABLE answered (
  district_id  INTEGER NOT NULL,
  scope        TEXT    NOT NULL,
  key          TEXT    NOT NULL,
  at           INTEGER NOT NULL,
  request_hash TEXT    NOT NULL,         -- keyed: means nothing without the vault
  matter       INTEGER NOT NULL,
  number       TEXT    NOT NULL,
  revision     INTEGER NOT NULL,
  step         TEXT    NOT NULL,
  hash         TEXT    NOT NULL,
  position     INTEGER NOT NULL,
  PRIMARY KEY (district_id, scope, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX answered_at ON answered (district_id, at);
