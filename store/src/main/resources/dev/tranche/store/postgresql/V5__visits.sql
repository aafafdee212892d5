-- When each account last looked at the book and what state it was in ('last'), and the same for the end of the visit before ('before').
-- Times are milliseconds since 1970, in UTC. No part of the journal.
CREATE TABLE visit (
    account TEXT NOT NULL REFERENCES account (name),
    look TEXT NOT NULL CHECK (look IN ('last', 'before')),
    head BIGINT NOT NULL,
    at_millis BIGINT NOT NULL,
    PRIMARY KEY (account, look)
);

UPDATE book SET schema_version = 5;
