package dev.tranche.store;

import dev.tranche.bundle.BundleException;
import java.util.Optional;

/** Follows the chain of a book entry by entry and stops at the first that differs from what was added. */
final class ChainCheck implements EntryTable.Sink {

    private final BookAddress book;
    private final Optional<String> noted;
    private boolean holdsNoted;
    private EntryTable.Head head = new EntryTable.Head(0, Chain.START);
    private Optional<Verification.Broken> broken = Optional.empty();

    ChainCheck(BookAddress book, Optional<String> noted) {
        this.book = book;
        this.noted = noted;
    }

    @Override
    public boolean take(EntryTable.Row row) {
        long next = head.number() + 1;
        broken = wrong(row, next).map(what -> new Verification.Broken(row.number() > next ? next : row.number(), what));
        if (broken.isEmpty()) {
            head = new EntryTable.Head(row.number(), row.hash());
            holdsNoted |= noted.isPresent() && noted.get().equals(row.hash());
        }
        return broken.isEmpty();
    }

    private Optional<String> wrong(EntryTable.Row row, long next) {
        if (row.number() > next) {
            return Optional.of("is missing");
        }
        if (row.number() < next) {
            return Optional.of("precedes the first");
        }
        if (!row.digest().equals(Chain.digest(row.payload()))) {
            return Optional.of("was changed: its content does not have its digest");
        }
        if (!row.prevHash().equals(head.hash())) {
            return Optional.of("does not follow the entry before it: that one, or this one, was replaced");
        }
        if (!row.hash().equals(Chain.hash(row.number(), row.addedAt(), row.prevHash(), row.digest()))) {
            return Optional.of("was changed: its number, time and content do not have its hash");
        }
        try {
            EntryFormat.read(book + ", entry " + row.number(), row.payload());
        } catch (BundleException unreadable) {
            return Optional.of("cannot be read: " + unreadable.getMessage());
        }
        return Optional.empty();
    }

    /**
     * Returns the result.
     *
     * @param derivedThrough the last entry that once existed, according to the derived tables
     */
    Verification result(long derivedThrough) {
        if (broken.isEmpty() && derivedThrough > head.number()) {
            broken = Optional.of(new Verification.Broken(
                    head.number() + 1, "is missing: the book once held " + derivedThrough + " entries"));
        }
        return new Verification(head.number(), head.hash(), noted.isEmpty() || holdsNoted, broken, Optional.empty());
    }
}
