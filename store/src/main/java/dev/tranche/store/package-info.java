/** Persistent books: the journal in an SQLite file or a PostgreSQL database, append-only and chained by hashes. */
@NullMarked
package dev.tranche.store;

import org.jspecify.annotations.NullMarked;
