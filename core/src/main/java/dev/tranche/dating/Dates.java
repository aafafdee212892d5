package dev.tranche.dating;

import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.Span;
import dev.tranche.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dates of one report: when it was published and the days that its words mean; not safe for several threads. */
public final class Dates {

    private static final int LEAD_SENTENCES = 4;
    private static final int COMMA = 3;
    private static final int DATELINE_DAYS = 14;
    private static final Words OF = Words.of("of");
    private static final Words AND = Words.of("and but");
    private static final Words LAW = Words.of("act law treaty resolution charter convention");
    private static final int SINCE_REACH = 16;

    private final DatedText dated;
    private final MarkedText text;
    private final Publication publication;
    private final HeadDates heads;
    private @Nullable List<Optional<StatedDate>> resolved;

    Dates(DatedText dated, Publication publication) {
        this.dated = dated;
        this.text = dated.text();
        this.publication = publication;
        this.heads = new HeadDates(dated);
    }

    /**
     * Returns the day on which the words are based: that of the dateline where the page gives a day up to two weeks
     * later.
     */
    private StatedDate written() {
        StatedDate published = publication.date();
        boolean stated = publication.basis() == Publication.Basis.METADATA && published.isOneDay();
        if (!stated) {
            return published;
        }
        return heads.dateline(published.from().orElseThrow(), DATELINE_DAYS).orElse(published);
    }

    /** For most reports only their own day is needed. */
    private List<Optional<StatedDate>> days() {
        List<Optional<StatedDate>> known = resolved;
        if (known == null) {
            known = dated.resolve(written());
            resolved = known;
        }
        return known;
    }

    /**
     * Words that name a date, and the days they mean.
     *
     * @param span the position of the words
     * @param date the days the words name; unknown when they need a missing reference
     * @param meant the days meant, including the open ends of "since", "until", "before" and "after"
     * @param relation how the days meant relate to the date
     * @param tense whether the surrounding words refer to the past
     */
    public record Named(Span span, StatedDate date, StatedDate meant, Relation relation, Tense tense) {}

    /** Returns when the report was published. */
    public Publication publication() {
        return publication;
    }

    /** Returns all words that name dates, in order. */
    public List<Named> named() {
        List<Named> list = new ArrayList<>();
        Tokens tokens = text.tokens();
        for (int i = 0; i < days().size(); i++) {
            DateExpression date = dated.expressions().get(i);
            StatedDate named = days().get(i).orElse(StatedDate.UNKNOWN);
            list.add(new Named(
                    CalendarClues.span(tokens, date),
                    named,
                    meant(date.relation(), named),
                    date.relation(),
                    dated.tense(i)));
        }
        return List.copyOf(list);
    }

    /**
     * Returns when the event described by the words of a span happened: by the date nearest to them in their sentence;
     * unknown if the sentence has none.
     */
    public StatedDate dateOf(Span span) {
        Tokens tokens = text.tokens();
        int first = Math.min(tokens.firstAt(span.start()), tokens.size() - 1);
        if (first < 0) {
            return StatedDate.UNKNOWN;
        }
        int end = Math.max(first + 1, tokens.firstAt(span.end()));
        return nearest(text.sentenceOf(first), first, end, true).orElse(StatedDate.UNKNOWN);
    }

    /** Returns when the event described by a sentence happened: by its first date; unknown if it has none. */
    public StatedDate dateOf(Sentence sentence) {
        return nearest(sentence, sentence.start(), sentence.start() + 1, true).orElse(StatedDate.UNKNOWN);
    }

    /**
     * Returns when an act reported in a span happened, or when it is to happen.
     *
     * <p>The start of a count does not date an act. A sentence without a date takes that of the report's lead when it
     * belongs to the lead; else it is only known to be no later than the report, or for something planned no earlier.
     *
     * @param planned is the act still ahead?
     */
    public StatedDate dateOfAct(Span span, boolean planned) {
        int token = Math.min(text.tokens().firstAt(span.start()), text.tokens().size() - 1);
        if (token < 0) {
            return StatedDate.UNKNOWN;
        }
        int end = Math.max(token + 1, text.tokens().firstAt(span.end()));
        Optional<StatedDate> own = nearest(text.sentenceOf(token), token, end, false);
        if (own.isPresent()) {
            return own.get();
        }
        if (planned) {
            return publication.date().from().map(StatedDate::since).orElse(StatedDate.UNKNOWN);
        }
        if (text.sentenceIndex(token) < LEAD_SENTENCES) {
            Optional<StatedDate> lead = lead();
            if (lead.isPresent()) {
                return lead.get();
            }
        }
        return publication.date().to().map(StatedDate::until).orElse(StatedDate.UNKNOWN);
    }

    /** Returns the day of the news: the first past day, weekday or week of the lead. */
    private Optional<StatedDate> lead() {
        for (int i = 0; i < days().size(); i++) {
            DateExpression date = dated.expressions().get(i);
            if (text.sentenceIndex(date.start()) >= LEAD_SENTENCES) {
                return Optional.empty();
            }
            boolean fine = days().get(i).isPresent()
                    && days().get(i).get().granularity() == Granularity.DAY
                    && date.relation() == Relation.WITHIN
                    && dated.tense(i) != Tense.FUTURE
                    && !heads.isOfHead(date);
            if (fine) {
                return days().get(i);
            }
        }
        return Optional.empty();
    }

    private Optional<StatedDate> nearest(Sentence sentence, int start, int end, boolean bases) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int i = dated.firstFrom(sentence.start()); i < days().size(); i++) {
            DateExpression date = dated.expressions().get(i);
            if (date.start() >= sentence.end()) {
                break;
            }
            boolean base = !bases && (date.relation() == Relation.SINCE || isSince(date));
            if (days().get(i).isEmpty() || base || isName(date) || heads.isOfHead(date)) {
                continue;
            }
            int distance = distance(date, start, end);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        int finer = finer(sentence, best);
        DateExpression date = dated.expressions().get(finer);
        return Optional.of(meant(
                isSince(date) ? Relation.SINCE : date.relation(),
                days().get(finer).orElseThrow()));
    }

    /** A sentence that opens with "last week" and later names a day of it refers to that day. */
    private int finer(Sentence sentence, int opening) {
        StatedDate frame = days().get(opening).orElseThrow();
        boolean opens = dated.expressions().get(opening).start() - sentence.start() <= 2
                && (frame.granularity() == Granularity.WEEK || frame.granularity() == Granularity.MONTH);
        int next = opening + 1;
        if (!opens || next >= days().size() || dated.expressions().get(next).start() >= sentence.end()) {
            return opening;
        }
        DateExpression date = dated.expressions().get(next);
        boolean inside = days().get(next).isPresent()
                && date.relation() == Relation.WITHIN
                && date.symbol() instanceof Symbol.Weekday
                && days().get(next).get().granularity() == Granularity.DAY;
        return inside ? next : opening;
    }

    /** "The Foreign Assistance Act of 1961": the year is part of a name. */
    private boolean isName(DateExpression date) {
        return OF.at(text.tokens(), date.start() - 1) && LAW.at(text.tokens(), date.start() - 2);
    }

    private int distance(DateExpression date, int start, int end) {
        int from = date.start() >= end ? end : date.end();
        int to = date.start() >= end ? date.start() : start;
        int distance = Math.max(0, to - from);
        for (int token = from; token < to; token++) {
            distance += text.tokens().isSign(token, ',') || AND.at(text.tokens(), token) ? COMMA : 0;
        }
        return date.relation() == Relation.SINCE || isSince(date) ? distance + LEAD_SENTENCES : distance;
    }

    /** "Since the start of the invasion in February": the word is some distance before the date. */
    private boolean isSince(DateExpression date) {
        Tokens tokens = text.tokens();
        for (int token = date.start() - 1; token >= Math.max(0, date.start() - SINCE_REACH); token--) {
            if (tokens.isSign(token, ',')) {
                return false;
            }
            if (tokens.isWord(token) && tokens.string(token).equalsIgnoreCase("since")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Opens the ends that "since", "until", "before" and "after" open; the report itself closes "since". "Before"
     * excludes what is named, except for a period whose own edges are vague.
     */
    private StatedDate meant(Relation relation, StatedDate date) {
        Optional<LocalDate> published = publication.date().to();
        return switch (relation) {
            case WITHIN -> date;
            case SINCE, AFTER -> {
                Optional<LocalDate> to = published.filter(
                        end -> date.from().map(from -> !end.isBefore(from)).orElse(true));
                yield new StatedDate(date.from(), to);
            }
            case UNTIL -> new StatedDate(Optional.empty(), date.to());
            case BEFORE ->
                date.granularity() == Granularity.SPAN
                        ? new StatedDate(Optional.empty(), date.to())
                        : new StatedDate(Optional.empty(), date.from().map(from -> from.minusDays(1)));
        };
    }
}
