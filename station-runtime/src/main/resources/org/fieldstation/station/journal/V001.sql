-- The journal's first shape. A record's row is its place in the queue: there is no second table to disagree with.

CREATE TABLE journal (
  only    INTEGER PRIMARY KEY CHECK (only = 1),
  epoch   TEXT NOT NULL                -- this journal's own name; a new journal counts from 1 under a new one
);

CREATE TABLE boot (                    -- one row for each start; UTC of anything = started_utc_ms + its uptime
  boot           INTEGER PRIMARY KEY,
  started_utc_ms INTEGER NOT NULL,     -- repaired when a better clock comes, which repairs all that hangs on it
  source         INTEGER NOT NULL,
  uncertainty_ms INTEGER NOT NULL,
  last_uptime_ms INTEGER NOT NULL      -- as of the last commit: the station lived at least this long
);

CREATE TABLE lane (
  lane     INTEGER PRIMARY KEY,
  last_seq INTEGER NOT NULL            -- the last number given, also when its record is gone
);
INSERT INTO lane VALUES (0, 0), (1, 0), (2, 0);

CREATE TABLE record (
  lane           INTEGER NOT NULL REFERENCES lane,
  seq            INTEGER NOT NULL CHECK (seq > 0),
  kind           INTEGER NOT NULL,
  boot           INTEGER NOT NULL REFERENCES boot,
  uptime_ms      INTEGER NOT NULL,
  utc_ms         INTEGER NOT NULL,     -- as believed when it was written
  source         INTEGER NOT NULL,
  uncertainty_ms INTEGER NOT NULL,
  body           BLOB NOT NULL,
  PRIMARY KEY (lane, seq)
) WITHOUT ROWID;

CREATE TABLE tombstone (               -- records given up before every server had them
  lane      INTEGER NOT NULL REFERENCES lane,
  first_seq INTEGER NOT NULL,
  last_seq  INTEGER NOT NULL CHECK (last_seq >= first_seq),
  reason    TEXT NOT NULL,
  PRIMARY KEY (lane, first_seq)
) WITHOUT ROWID;

CREATE TABLE receipt (                 -- a server application's word: everything up to here is stored there
  server TEXT NOT NULL,
  lane   INTEGER NOT NULL REFERENCES lane,
  up_to  INTEGER NOT NULL,
  PRIMARY KEY (server, lane)
) WITHOUT ROWID;

CREATE TABLE effort (                  -- what each sensor did, without holes and without overlaps within a boot
  sensor         TEXT NOT NULL,
  boot           INTEGER NOT NULL REFERENCES boot,
  from_uptime_ms INTEGER NOT NULL,
  to_uptime_ms   INTEGER NOT NULL CHECK (to_uptime_ms > from_uptime_ms),
  state          INTEGER NOT NULL,
  reason         TEXT NOT NULL,
  told           INTEGER NOT NULL,     -- 1 once its record is written; only the newest span of a sensor is 0
  PRIMARY KEY (sensor, boot, from_uptime_ms)
) WITHOUT ROWID;
