package dev.tranche.account;

import dev.tranche.account.TokenAdded.Refused;
import dev.tranche.account.TokenAdded.Why;
import dev.tranche.store.AccountStore;
import dev.tranche.store.AccountTable;
import dev.tranche.store.TokenTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The rules of tokens: who may create which, how long they last and who acts with them. */
final class Tokens {

    /** What a secret starts with, so that one in the wrong place is recognised. */
    static final String PREFIX = "tranche_";

    /** The most tokens of an account. */
    static final int MOST_EACH = 100;

    private static final int MOST_LABEL = 100;

    private final Secrets secrets;
    private final UseNotes notes;

    Tokens(Secrets secrets, UseNotes notes) {
        this.notes = notes;
        this.secrets = secrets;
    }

    TokenAdded add(
            AccountStore store, Caller caller, String label, Role role, Optional<LocalDate> expires, Instant now) {
        AccountName owner = caller.name();
        if (caller.isToken()) {
            // A leaked token must not create others that outlive it.
            return new Refused(Why.TOKEN, "tokens are created by people who are signed in, not by tokens.");
        }
        Optional<AccountTable.Row> account =
                store.accounts().find(owner.value()).filter(row -> !row.disabled());
        if (account.isEmpty()) {
            return new Refused(
                    Why.OWNER, "the account " + owner + " cannot have tokens: it is disabled or does not exist.");
        }
        if (!Role.of(account.get().role()).covers(role)) {
            return new Refused(
                    Why.ROLE,
                    "a token may at most do what its owner may; " + owner + " is "
                            + account.get().role() + ".");
        }
        if (label.isBlank() || label.codePointCount(0, label.length()) > MOST_LABEL) {
            return new Refused(Why.LABEL, "the label of a token has 1 to " + MOST_LABEL + " characters.");
        }
        if (expires.isPresent() && hasExpired(expires.get(), now)) {
            return new Refused(Why.EXPIRED, "the last day of the token, " + expires.get() + ", has passed.");
        }
        if (store.tokens().of(owner.value()).size() >= MOST_EACH) {
            return new Refused(Why.FULL, owner + " has " + MOST_EACH + " tokens; remove one first.");
        }
        String secret = PREFIX + secrets.next();
        TokenTable.Row row = new TokenTable.Row(
                secrets.nextId(),
                Secrets.digest(secret),
                Shortened.of(label.strip(), MOST_LABEL),
                owner.value(),
                role.slug(),
                Instant.ofEpochMilli(now.toEpochMilli()),
                expires,
                Optional.empty());
        store.tokens().insert(row);
        return new TokenAdded.Done(Token.of(row), secret);
    }

    /** Returns who acts with a token; empty for one that is unknown or expired, or whose owner is disabled. */
    Optional<Caller> find(AccountStore store, String secret, String address, Instant now) {
        if (!secret.startsWith(PREFIX) || !Secrets.isOne(secret.substring(PREFIX.length()))) {
            return Optional.empty();
        }
        Optional<TokenTable.Row> token = store.tokens().find(Secrets.digest(secret));
        if (token.isEmpty()
                || token.get().expires().filter(day -> hasExpired(day, now)).isPresent()) {
            return Optional.empty();
        }
        Optional<AccountTable.Row> owner =
                store.accounts().find(token.get().owner()).filter(row -> !row.disabled());
        owner.ifPresent(row -> noteUse(store, token.get(), address, now));
        return owner.map(row -> new Caller(
                new AccountName(row.name()), Role.of(token.get().role()).atMost(Role.of(row.role())), true));
    }

    private void noteUse(AccountStore store, TokenTable.Row token, String address, Instant now) {
        boolean isFirstToday =
                token.used().map(Tokens::day).filter(day(now)::equals).isEmpty();
        notes.note(store, token.used().orElse(Instant.EPOCH), now, () -> {
            store.tokens().noteUse(token.id(), now);
            if (isFirstToday) {
                store.logins().insert(now, token.owner(), address, Login.Outcome.TOKEN.slug());
            }
        });
    }

    private static boolean hasExpired(LocalDate lastDay, Instant now) {
        return day(now).isAfter(lastDay);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
