package dev.tranche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Counts connections, statements and results that stay open. */
final class OpenCount implements UnaryOperator<Connection> {

    private final Set<Object> open = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private int seen;

    @Override
    public Connection apply(Connection connection) {
        return watch(Connection.class, connection);
    }

    private <T> T watch(Class<T> type, T target) {
        open.add(target);
        seen++;
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            try {
                Object result = method.invoke(target, args);
                if (method.getName().equals("close")) {
                    open.remove(target);
                }
                return switch (result) {
                    case PreparedStatement statement -> watch(PreparedStatement.class, statement);
                    case Statement statement -> watch(Statement.class, statement);
                    case ResultSet rows -> watch(ResultSet.class, rows);
                    case null, default -> result;
                };
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }));
    }

    /** Fails if anything is open, or if nothing ever was. */
    void check() {
        assertThat(seen).isPositive();
        assertThat(open).as("left open").isEmpty();
    }
}
