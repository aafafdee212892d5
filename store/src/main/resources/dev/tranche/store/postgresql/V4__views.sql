-- Views of the ledger that people have named, in their order. They belong to accounts and are not part of the journal.
CREATE TABLE saved_view (
    account TEXT NOT NULL REFERENCES account (name),
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    PRIMARY KEY (account, place)
);

UPDATE book SET schema_version = 4;
