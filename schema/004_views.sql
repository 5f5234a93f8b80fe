-- What views ask of matters and their records (core/view/row.h). Written with each commit; rows of before are filled in when the
-- folder is next opened (app/fill_rows.h).
ALTER TABLE matter ADD COLUMN fields TEXT;   -- ledger value text: a list of name, value, name, value …; NULL: not filled in yet

CREATE TABLE record_row (
  district_id INTEGER NOT NULL,
  matter      INTEGER NOT NULL,
  type        TEXT    NOT NULL,
  number      INTEGER NOT NULL,          -- within its type
  round       INTEGER NOT NULL,
  step        TEXT    NOT NULL,
  fields      TEXT    NOT NULL,          -- as those of a matter
  PRIMARY KEY (district_id, matter, type, number),
  FOREIGN KEY (district_id, matter) REFERENCES matter (district_id, matter)
) STRICT, WITHOUT ROWID;
