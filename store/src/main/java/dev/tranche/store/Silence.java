package dev.tranche.store;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Drops Flyway's log: it is either irrelevant or repeated by the exception. Flyway instantiates it by name. */
public final class Silence implements LogCreator, Log {

    /** Builds the log of every class. */
    public Silence() {}

    @Override
    public Log createLogger(Class<?> type) {
        return this;
    }

    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Exception failure) {}

    @Override
    public void notice(String message) {}
}
