package dev.tranche.store;

import dev.tranche.store.StoreException.Reason;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** A run of Flyway. Only a book with outdated tables loads this class, and Flyway with it. */
final class MigrationRun {

    private MigrationRun() {}

    /** Runs the migrations up to a version. */
    static void to(BookAddress book, int version) {
        try {
            Flyway.configure(MigrationRun.class.getClassLoader())
                    .dataSource(Connections.source(book, Access.WRITE))
                    .locations("classpath:dev/tranche/store/" + Dialect.of(book).folder())
                    .target(String.valueOf(version))
                    .table(Migrations.HISTORY)
                    .loggers(Silence.class.getName())
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw failure(book, failed);
        } catch (SQLException failed) {
            throw SqlFailures.of(book, failed);
        }
    }

    private static StoreException failure(BookAddress book, FlywayException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException told) {
                return SqlFailures.of(book, told);
            }
        }
        return new StoreException(
                Reason.FAILED, book + ": the tables of the book cannot be created: " + failed.getMessage(), failed);
    }
}
