-- What is derived from the journal: version of its tables (0: none yet) and the last entry that is in them.
ALTER TABLE book ADD COLUMN derived_version INTEGER NOT NULL DEFAULT 0;

ALTER TABLE book ADD COLUMN derived_through INTEGER NOT NULL DEFAULT 0;

UPDATE book SET schema_version = 2;
