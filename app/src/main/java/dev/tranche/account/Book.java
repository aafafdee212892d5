package dev.tranche.account;

import dev.tranche.store.AccountTables;
import java.util.function.Function;

/** Lends the tables of accounts for a question or a change. */
public interface Book {

    /** Asks the tables something. */
    <T> T read(Function<AccountTables, T> question);

    /** Changes the tables. */
    <T> T write(Function<AccountTables, T> change);
}
