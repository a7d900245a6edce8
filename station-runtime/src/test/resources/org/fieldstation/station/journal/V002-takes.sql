-- A release after this one takes something away that this one needs.
ALTER TABLE effort RENAME COLUMN reason TO why;
