package dev.tranche.api;

import dev.tranche.dating.StatedDate;
import dev.tranche.ledger.Commitment;
import dev.tranche.print.Columns;
import dev.tranche.print.Phrases;
import dev.tranche.resolve.Claim;
import dev.tranche.text.Evidence;
import dev.tranche.view.BookView;
import dev.tranche.view.ReportLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Words of a report with everything needed to cite them.
 *
 * @param report key of the report in the book
 * @param outlet who published it, where stated
 * @param title its headline, possibly empty
 * @param published when it was published
 * @param address where it was published, where stated
 * @param quote its words; the beginning of very long ones
 * @param start where they begin in its text, in UTF-16 units
 */
record Citation(
        String report,
        Optional<String> outlet,
        String title,
        StatedDate published,
        Optional<String> address,
        String quote,
        int start) {

    /** How many are given for each item of a list. */
    static final int FEW = 3;

    /** A quote is a sentence or two; what is longer was not meant as one. */
    private static final int MOST_QUOTE = 1_000;

    private static Citation of(BookView view, String report, Optional<String> outlet, String quote, int start) {
        Optional<ReportLine> line = view.report(report);
        return new Citation(
                line.map(ReportLine::key).orElse(report),
                line.flatMap(ReportLine::outlet).or(() -> outlet),
                line.map(ReportLine::title).orElse(""),
                line.map(one -> one.published().date()).orElse(StatedDate.UNKNOWN),
                line.flatMap(ReportLine::address),
                shortened(quote),
                start);
    }

    /** Cuts between characters, so that the words are still the text of the report at their place. */
    private static String shortened(String quote) {
        if (quote.length() <= MOST_QUOTE) {
            return quote;
        }
        int end = Character.isHighSurrogate(quote.charAt(MOST_QUOTE - 1)) ? MOST_QUOTE - 1 : MOST_QUOTE;
        return quote.substring(0, end);
    }

    static Citation of(BookView view, Evidence words) {
        return of(
                view,
                words.document().value(),
                Optional.empty(),
                words.quote(),
                words.span().start());
    }

    static Citation of(BookView view, Claim claim) {
        Evidence words = claim.fact().evidence();
        Optional<String> outlet = Optional.of(claim.outlet()).filter(name -> !name.equals(claim.report()));
        return of(view, claim.report(), outlet, words.quote(), words.span().start());
    }

    /** Returns the words behind an entry, one place of each report first, up to the limit. */
    static List<Citation> of(BookView view, Commitment entry, int most) {
        Map<String, Claim> firsts = new LinkedHashMap<>();
        entry.claims().forEach(claim -> firsts.putIfAbsent(claim.report(), claim));
        List<Claim> first = List.copyOf(firsts.values());
        List<Claim> rest =
                entry.claims().stream().filter(claim -> !first.contains(claim)).toList();
        return java.util.stream.Stream.concat(first.stream(), rest.stream())
                .limit(most)
                .map(claim -> of(view, claim))
                .toList();
    }

    static void write(JsonGenerator json, Citation citation) {
        json.writeStringProperty("report", citation.report());
        Json.text(json, "outlet", citation.outlet());
        Json.text(json, "title", Optional.of(citation.title()).filter(title -> !title.isEmpty()));
        Json.days(json, "published", citation.published());
        Json.text(json, "address", citation.address());
        json.writeStringProperty("quote", citation.quote());
        json.writeNumberProperty("start", citation.start());
        json.writeNumberProperty("end", citation.start() + citation.quote().length());
    }

    static void write(JsonGenerator json, String key, List<Citation> citations) {
        Json.objects(json, key, citations, Citation::write);
    }

    /** Returns it as one line. */
    String line() {
        StringBuilder line = new StringBuilder("“").append(quote).append("” — ");
        line.append(outlet.orElse("outlet not stated"));
        if (!title.isEmpty()) {
            line.append(", “").append(title).append("”");
        }
        line.append(", ").append(published.isUnknown() ? "undated" : Phrases.date(published));
        address.ifPresent(place -> line.append(", ").append(place));
        return Columns.oneLine(
                line.append(" [report ").append(report).append("]").toString());
    }
}
