-- least: 1
-- A release after this one adds: a column that may be left out, and a table.
ALTER TABLE record ADD COLUMN note TEXT;
ALTER TABLE effort ADD COLUMN lux REAL;
ALTER TABLE boot ADD COLUMN cause TEXT DEFAULT 'unknown';
CREATE TABLE mood (day TEXT PRIMARY KEY, mood TEXT NOT NULL) WITHOUT ROWID;
