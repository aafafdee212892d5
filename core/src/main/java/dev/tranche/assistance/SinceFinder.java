package dev.tranche.assistance;

import dev.tranche.dating.Months;
import dev.tranche.dating.WarStarts;
import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.Optional;

/**
 * Reads the base of a running total: the time since which it counts.
 *
 * <p>The base is as precise as the words: a day, a month or a year. Two bases are named by events: a
 * war, whose first day is in the table of wars, and a president's taking office (the month in which the term began).
 */
final class SinceFinder {

    private static final int REACH = 14;
    private static final Words WAR = Words.of("invasion invaded invade invading war conflict aggression fighting"
            + " hostilities operation offensive attack attacked");
    private static final Words OFFICE = Words.of("office administration presidency inauguration inaugurated");
    private static final Words YEAR = Words.of("year");
    private static final Words THIS = Words.of("this");
    private static final Words START = Words.of("start beginning onset outbreak began");
    private static final Words DURING = Words.of("during under");

    private final MarkedText text;
    private final Tokens tokens;
    private final Lexicon lexicon;
    private final WarStarts wars;

    SinceFinder(Lexicon lexicon, MarkedText text) {
        this.text = text;
        this.tokens = text.tokens();
        this.lexicon = lexicon;
        this.wars = WarStarts.of(lexicon);
    }

    /** Returns the base stated in the sentence of a total, preferring the nearest one after the sum. */
    Optional<String> find(Site site) {
        int end = site.sentence().end();
        int next = site.sum().end();
        while (next < end && text.sumAt(next) == null) {
            next++;
        }
        Optional<String> own = after(site.sum().end(), next);
        if (own.isPresent()) {
            return own;
        }
        Optional<String> before = before(site);
        return before.isPresent() ? before : after(next, end);
    }

    private Optional<String> after(int start, int end) {
        for (int token = start; token < end; token++) {
            Optional<String> base = at(token, end);
            if (base.isPresent()) {
                return base;
            }
        }
        return Optional.empty();
    }

    private Optional<String> before(Site site) {
        for (int token = site.sum().start() - 1; token >= site.sentence().start(); token--) {
            Optional<String> base = at(token, site.sum().start());
            if (base.isPresent()) {
                return base;
            }
        }
        return Optional.empty();
    }

    private Optional<String> at(int token, int end) {
        if (English.SINCE.at(tokens, token)) {
            return base(token + 1, Math.min(end, token + REACH));
        }
        if (THIS.at(tokens, token) && YEAR.at(tokens, token + 1)) {
            return year();
        }
        ActorMention beside = text.actorAt(token + 1);
        ActorMention actor = beside != null ? beside : text.actorAt(token + 2);
        if (!DURING.at(tokens, token) || actor == null) {
            return Optional.empty();
        }
        boolean term = OFFICE.at(tokens, actor.end() - 1) || OFFICE.at(tokens, actor.end());
        return term ? president(actor) : Optional.empty();
    }

    private Optional<String> base(int from, int end) {
        boolean war = false;
        for (int token = from; token < end; token++) {
            if (tokens.isSign(token, ',') || tokens.isSign(token, '.')) {
                break;
            }
            ActorMention actor = text.actorAt(token);
            if (actor != null && actor.form() != ActorForm.NAME && takesOffice(actor, end)) {
                return president(actor);
            }
            war |= WAR.at(tokens, token);
        }
        Optional<String> stated = month(from, end);
        if (stated.isPresent() && (!war || stated.get().length() > 7)) {
            return stated;
        }
        return war ? wars.near(text, from, end) : stated;
    }

    private boolean takesOffice(ActorMention actor, int end) {
        for (int token = actor.start(); token < Math.min(end, actor.end() + 6); token++) {
            if (OFFICE.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    /** Looks up a person, or the name by which a government is called: "the Biden administration". */
    private Optional<String> president(ActorMention actor) {
        Optional<String> day = MarkedText.day(text.document());
        Optional<String> begun = lexicon.officeBegan(actor.name(), day);
        for (int token = actor.start(); token < actor.end() && begun.isEmpty(); token++) {
            begun = lexicon.officeBegan(tokens.string(token), day);
        }
        return begun;
    }

    /** "January 2021", "Feb. 24, 2022", "24 February", "2014", "January" with the report's year. */
    private Optional<String> month(int from, int end) {
        for (int token = from; token < end; token++) {
            int month = Months.at(tokens, token);
            if (month > 0) {
                return Optional.of(monthDate(token, month)).filter(date -> !date.isEmpty());
            }
            Optional<String> year = yearAt(token);
            if (year.isPresent()) {
                return year;
            }
            if (START.at(tokens, token) && YEAR.at(tokens, token + 3)) {
                return year().map(y -> y + "-01");
            }
        }
        return Optional.empty();
    }

    private String monthDate(int token, int month) {
        Optional<String> year = year(month);
        for (int at = token + 4; at > token; at--) {
            year = yearAt(at).isPresent() ? yearAt(at) : year;
        }
        Optional<String> day = dayAt(token + 1).or(() -> dayAt(token + 2)).or(() -> dayAt(token - 1));
        String iso = (month < 10 ? "-0" : "-") + month;
        return year.map(y -> y + iso + day.map(d -> "-" + d).orElse("")).orElse("");
    }

    private Optional<String> yearAt(int token) {
        if (token < 0 || token >= tokens.size() || tokens.kind(token) != TokenKind.NUMBER) {
            return Optional.empty();
        }
        String digits = tokens.string(token);
        boolean year = digits.length() == 4 && (digits.startsWith("20") || digits.startsWith("19"));
        return year && digits.chars().allMatch(Character::isDigit) ? Optional.of(digits) : Optional.empty();
    }

    private Optional<String> dayAt(int token) {
        if (token < 0 || token >= tokens.size() || tokens.kind(token) != TokenKind.NUMBER) {
            return Optional.empty();
        }
        String digits = tokens.string(token);
        boolean day = digits.length() <= 2 && !digits.equals("0");
        return day ? Optional.of(digits.length() == 1 ? "0" + digits : digits) : Optional.empty();
    }

    private Optional<String> year() {
        return MarkedText.day(text.document()).map(day -> day.substring(0, 4));
    }

    /** The last year in which the month has begun by the day of publication. */
    private Optional<String> year(int month) {
        return MarkedText.day(text.document()).map(day -> {
            int year = Integer.parseInt(day.substring(0, 4));
            int published = Integer.parseInt(day.substring(5, 7));
            return String.valueOf(month > published ? year - 1 : year);
        });
    }

    /** Is a span cue in the clause that makes a sum a running total? */
    static boolean spans(MarkedText text, int from, int to) {
        return Site.any(text, from, to, Cue.SPAN);
    }
}
