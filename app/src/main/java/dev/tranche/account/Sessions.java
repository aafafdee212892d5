package dev.tranche.account;

import dev.tranche.store.AccountStore;
import dev.tranche.store.AccountTable;
import dev.tranche.store.SessionTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rules of sessions: how they begin, how long they last and who acts with them. */
final class Sessions {

    /** The most sessions of an account; the one unused for longest ends first. */
    static final int MOST_EACH = 50;

    private final Duration idle;
    private final Duration longest;
    private final Secrets secrets;
    private final UseNotes notes;

    Sessions(Duration idle, Duration longest, Secrets secrets, UseNotes notes) {
        this.notes = notes;
        this.idle = idle;
        this.longest = longest;
        this.secrets = secrets;
    }

    /** Starts a session, removes those that have ended, and returns its id. */
    String begin(AccountStore store, AccountTable.Row account, Client client, Instant now) {
        store.sessions().deleteOld(now.minus(longest), now.minus(idle));
        store.sessions().deleteAllBut(account.name(), MOST_EACH - 1);
        String id = secrets.next();
        store.sessions()
                .insert(new SessionTable.Row(
                        Secrets.digest(id), account.name(), now, now, client.address(), client.agent()));
        return id;
    }

    /** Returns who acts with a session; empty for one that is unknown or has ended. */
    Optional<Caller> find(AccountStore store, String id, Instant now) {
        if (!Secrets.isOne(id)) {
            return Optional.empty();
        }
        Optional<SessionTable.Row> session = store.sessions().find(Secrets.digest(id));
        if (session.isEmpty() || hasEnded(session.get(), now)) {
            return Optional.empty();
        }
        Optional<AccountTable.Row> account = store.accounts().find(session.get().account());
        if (account.isEmpty() || account.get().disabled()) {
            return Optional.empty();
        }
        notes.note(
                store,
                session.get().used(),
                now,
                () -> store.sessions().noteUse(session.get().digest(), now));
        return account.map(row -> new Caller(new AccountName(row.name()), Role.of(row.role()), false));
    }

    private boolean hasEnded(SessionTable.Row session, Instant now) {
        return !now.isBefore(session.created().plus(longest))
                || !now.isBefore(session.used().plus(idle));
    }
}
