-- Files that are kept for matters, so that they can be counted, found again when nobody used them, and erased.
CREATE TABLE file (
  district_id INTEGER NOT NULL,
  matter      INTEGER NOT NULL,
  name        TEXT    NOT NULL,          -- keyed hash of the content
  bytes       INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  used        INTEGER NOT NULL,          -- 1 once an entry of the ledger names it
  PRIMARY KEY (district_id, matter, name),
  FOREIGN KEY (district_id, matter) REFERENCES matter (district_id, matter)
) STRICT, WITHOUT ROWID;

CREATE INDEX file_unused ON file (district_id, at) WHERE used = 0;

-- A row while traces of something the district erased may stand in the search index's old segments or in the log.
CREATE TABLE purge (
  district_id INTEGER NOT NULL,
  begun       INTEGER NOT NULL,          -- 0: the rewriting of the index has not begun since; 1: it goes on
  PRIMARY KEY (district_id)
) STRICT, WITHOUT ROWID;
