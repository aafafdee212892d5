package dev.tranche.view;

import dev.tranche.dating.Publication;
import dev.tranche.extract.Extraction;
import dev.tranche.ledger.Gist;
import dev.tranche.text.Document;
import dev.tranche.timeline.Teller;
import java.util.List;
import java.util.Optional;

/**
 * A reading without its text: all that a book needs of it. What the ledger does not need may be decoded later, so that a
 * ledger can be shown before that.
 */
public final class LeanReading {

    /** The length in characters of the first words used as the title of a report without a headline. */
    private static final int MOST_CALLED = 100;

    private final Gist gist;
    private final String title;
    private final Optional<String> address;
    private final Publication.Basis basis;
    private final Later<Teller> told;

    LeanReading(Gist gist, String title, Optional<String> address, Publication.Basis basis, Later<Teller> told) {
        this.gist = gist;
        this.title = title;
        this.address = address;
        this.basis = basis;
        this.told = told;
    }

    /** Extracts what a book needs from a reading; the same reading always gives the same result. */
    public static LeanReading of(Extraction reading) {
        Document document = reading.document();
        return new LeanReading(
                Gist.of(reading),
                called(document),
                document.address(),
                reading.published().basis(),
                Later.now(Teller.of(document.id().value(), reading)));
    }

    /** A report without a headline is titled with its first words. */
    private static String called(Document document) {
        String title = document.title().strip();
        if (!title.isEmpty()) {
            return title;
        }
        String first = document.text().strip().lines().findFirst().orElse("").strip();
        if (first.length() <= MOST_CALLED) {
            return first;
        }
        int end = first.lastIndexOf(' ', MOST_CALLED);
        return first.substring(0, end > 0 ? end : MOST_CALLED) + " …";
    }

    /** Returns what the ledger needs. */
    public Gist gist() {
        return gist;
    }

    /** Returns its headline, else its first words; empty for a report without words. */
    public String title() {
        return title;
    }

    /** Returns where it was published, where stated. */
    public Optional<String> address() {
        return address;
    }

    /** Returns the basis of its day. */
    public Publication.Basis basis() {
        return basis;
    }

    /** Returns its content besides sums, under its id. */
    public Teller teller() {
        return told.get();
    }

    /** Returns the same, not yet decoded. */
    Later<Teller> told() {
        return told;
    }

    /** Returns when it was published, without the supporting words. */
    Publication published() {
        return new Publication(gist.published(), basis, List.of());
    }
}
