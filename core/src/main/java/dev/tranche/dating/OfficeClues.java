package dev.tranche.dating;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.Match;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Clues from office-holders: one named with the title implies that the report was written during one of their terms,
 * one named without it that it was probably written during or near one.
 *
 * <p>Only the person whom the report itself identifies counts: the title must be that of the office (see
 * {@link OfficeTitle}), and a surname alone must not be part of another name.
 */
final class OfficeClues {

    private static final Words TITLE = OfficeTitle.TITLE;
    private static final Words GONE = Words.of(
            "former ex then when while if becomes late ousted deposed previous predecessor successor byłego były elect"
                    + " nominee candidate would-be future onetime erstwhile outgoing incoming");
    private static final Words FORMER = Words.of("former ex byłego były byłym była");
    private static final Words LATE = Words.of("late deceased assassinated");
    private static final Words NEW = Words.of("new newly");
    private static final Words WITHIN_TITLE = Words.of("of the for and s to on i");
    private static final Words HONORIFIC =
            Words.of("mr mrs ms dr gen lt sir lord lady sen rep gov pan pani prof mr. madam her his");
    private static final Words REIGN = Words.of("administration government");
    private static final int BEFORE = 9;
    private static final int NEW_REACH = 2;
    private static final int NEW_DAYS = 240;
    private static final int APPOSITION = 9;

    /** Persons beyond this number only repeat what the others indicate. */
    private static final int MOST_PERSONS = 6;

    private static final Words FOLLOWED = Words.of("whose who which said says told and but after before");

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;

    private OfficeClues(Lexicon lexicon, MarkedText text) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
    }

    static List<Reason> read(Lexicon lexicon, MarkedText text) {
        OfficeClues clues = new OfficeClues(lexicon, text);
        List<Reason> reasons = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (ActorMention actor : text.actors()) {
            if (actor.form() == ActorForm.PERSON && !done.contains(actor.name()) && clues.isWhole(actor)) {
                Optional<Reason> reason = clues.reason(actor);
                if (reason.isPresent()) {
                    done.add(actor.name());
                    reasons.add(reason.get());
                }
            }
        }
        clues.persons(done, reasons);
        return reasons;
    }

    /**
     * Adds a clue for each person in the lexicon whose office the report does not state; another person may have the
     * same surname.
     */
    private void persons(Set<String> done, List<Reason> reasons) {
        Set<String> left = new HashSet<>();
        for (ActorMention actor : text.actors()) {
            if (actor.form() == ActorForm.PERSON && !done.contains(actor.name()) && isGone(actor)) {
                left.add(actor.name());
            }
        }
        int count = 0;
        for (ActorMention actor : text.actors()) {
            boolean known = done.contains(actor.name()) || left.contains(actor.name());
            if (actor.form() != ActorForm.PERSON || known || count >= MOST_PERSONS || !isWhole(actor)) {
                continue;
            }
            Optional<Reason> reason = person(actor);
            if (reason.isPresent()) {
                done.add(actor.name());
                reasons.add(reason.get());
                count++;
            }
        }
    }

    private boolean isGone(ActorMention actor) {
        int first = Math.max(text.sentenceOf(actor.start()).start(), actor.start() - BEFORE);
        for (int token = first; token < actor.start(); token++) {
            if (FORMER.at(tokens, token) || LATE.at(tokens, token)) {
                return true;
            }
        }
        return actor.end() + 1 < tokens.size() && tokens.isSign(actor.end(), ',') && FORMER.at(tokens, actor.end() + 1);
    }

    /** Does a surname belong to several persons, none of whom the report names in full? */
    private boolean isAmbiguous(ActorMention actor) {
        if (actor.end() - actor.start() > 1) {
            return false;
        }
        for (ActorMention other : text.actors()) {
            if (other.end() - other.start() > 1 && other.name().equals(actor.name())) {
                return false;
            }
        }
        Set<String> bearers = new HashSet<>();
        for (Match match : lexicon.findActors(Tokenizer.split(tokens.string(actor.start())))) {
            for (Entry entry : match.entries()) {
                if (entry instanceof Entry.Holder holder) {
                    bearers.add(holder.id());
                }
            }
        }
        return bearers.size() > 1;
    }

    /**
     * People are mostly named while in office, or shortly before or after; only heads of state or government are known
     * by surname.
     */
    private Optional<Reason> person(ActorMention actor) {
        if (isAmbiguous(actor)) {
            return Optional.empty();
        }
        DaySet days = DaySet.NONE;
        boolean head = false;
        for (Entry.Holder term : lexicon.terms(actor.name())) {
            days = days.or(DaySet.between(
                    first(term.from()), term.to().map(OfficeClues::last).orElse(DaySet.LAST)));
            head |= OfficeTitle.isHead(term);
        }
        boolean surname = actor.end() - actor.start() == 1;
        String rule = head ? surname ? "person.head.surname" : "person.head" : "person.other";
        return days.isEmpty() || surname && !head
                ? Optional.empty()
                : Optional.of(new Reason(rule, days, Optional.of(tokens.span(actor.start(), actor.end() - 1))));
    }

    /** A surname beside another capitalised word belongs to another person's name. */
    private boolean isWhole(ActorMention actor) {
        if (actor.end() - actor.start() > 1) {
            return true;
        }
        int before = actor.start() - 1;
        boolean opens = before < text.sentenceOf(actor.start()).start();
        boolean joined = before > 1 && tokens.isSign(before, '-');
        boolean foreignBefore = !opens
                && tokens.isWord(before)
                && tokens.isCapital(before)
                && !tokens.isUpper(before)
                && !TITLE.at(tokens, before)
                && !HONORIFIC.at(tokens, before)
                && text.actorAt(before) == null
                && before > text.sentenceOf(actor.start()).start();
        int after = actor.end();
        boolean foreignAfter = tokens.isWord(after)
                && tokens.isCapital(after)
                && DateWords.code(tokens, after) == 0
                && text.actorAt(after) == null
                && !REIGN.at(tokens, after)
                && !text.sentenceOf(actor.start()).title();
        return !joined && !foreignBefore && !foreignAfter;
    }

    private Optional<Reason> reason(ActorMention actor) {
        int first = text.sentenceOf(actor.start()).start();
        int titleAt = -1;
        boolean fresh = false;
        for (int token = actor.start() - 1; token >= Math.max(first, actor.start() - BEFORE); token--) {
            if (GONE.at(tokens, token)) {
                return FORMER.at(tokens, token) ? former(actor, titleAt, token) : Optional.empty();
            }
            ActorMention other = text.actorAt(token);
            if (other != null && other.form() == ActorForm.PERSON) {
                break;
            }
            if (tokens.isSign(token, ',') && token != actor.start() - 1 || isOther(token, other)) {
                break;
            }
            titleAt = TITLE.at(tokens, token) ? token : titleAt;
            fresh |= titleAt >= 0 && token >= titleAt - NEW_REACH && other == null && NEW.at(tokens, token);
        }
        if (titleAt >= 0) {
            return term(actor, titleAt, actor.start(), fresh);
        }
        titleAt = apposed(actor);
        if (titleAt >= 0) {
            int end = titleAt + 1;
            while (TITLE.at(tokens, end)) {
                end++;
            }
            return term(actor, titleAt, end, false);
        }
        return reign(actor);
    }

    /** A word that is not part of a title ends it: "officials said President". */
    private boolean isOther(int token, @org.jspecify.annotations.Nullable ActorMention other) {
        return tokens.isWord(token)
                && other == null
                && !tokens.isCapital(token)
                && !WITHIN_TITLE.at(tokens, token)
                && !TITLE.at(tokens, token)
                && !NEW.at(tokens, token)
                && !OfficeTitle.SUBJECT.at(tokens, token);
    }

    private Optional<Reason> term(ActorMention actor, int titleAt, int titleEnd, boolean fresh) {
        DaySet days = DaySet.NONE;
        boolean bare = true;
        for (Entry.Holder term : fitting(actor, titleAt, titleEnd)) {
            bare &= OfficeTitle.isShared(tokens, term, titleAt, titleEnd);
            LocalDate from = first(term.from());
            LocalDate to = term.to().map(OfficeClues::last).orElse(DaySet.LAST);
            days = days.or(DaySet.between(from, fresh && from.plusDays(NEW_DAYS).isBefore(to) ? from : to));
        }
        int start = Math.min(titleAt, actor.start());
        int end = Math.max(titleEnd, actor.end()) - 1;
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reason(
                        fresh ? "office.new" : bare ? "office.shared" : "office",
                        days,
                        Optional.of(tokens.span(start, end))));
    }

    /** "The Ardern government", "the Obama administration". */
    private Optional<Reason> reign(ActorMention actor) {
        boolean genitive = actor.end() < tokens.size() && tokens.kind(actor.end()) == TokenKind.GENITIVE;
        int reignAt = actor.end() + (genitive ? 1 : 0);
        if (!REIGN.at(tokens, reignAt)) {
            return Optional.empty();
        }
        DaySet days = DaySet.NONE;
        for (Entry.Holder term : lexicon.terms(actor.name())) {
            if (OfficeTitle.isHead(term)) {
                days = days.or(DaySet.between(
                        first(term.from()), term.to().map(OfficeClues::last).orElse(DaySet.LAST)));
            }
        }
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Reason("office.administration", days, Optional.of(tokens.span(actor.start(), reignAt))));
    }

    /** "Kristalina Georgieva, the IMF's managing director": the title after the name, up to the next comma. */
    private int apposed(ActorMention actor) {
        int at = actor.end();
        if (at >= tokens.size() || !tokens.isSign(at, ',')) {
            return -1;
        }
        int last = Math.min(text.sentenceOf(actor.start()).end(), at + APPOSITION);
        for (int token = at + 1; token < last; token++) {
            if (GONE.at(tokens, token)) {
                return -1;
            }
            boolean ends = tokens.isSign(token, ',') || tokens.isSign(token, '.') || FOLLOWED.at(tokens, token);
            ActorMention other = text.actorAt(token);
            if (ends || other != null && other.form() == ActorForm.PERSON) {
                break;
            }
            boolean others = token + 1 < last && tokens.kind(token + 1) == TokenKind.GENITIVE;
            if (TITLE.at(tokens, token) && !others) {
                return token;
            }
        }
        return -1;
    }

    /** A former holder's terms are over, and no other term in the same office has begun. */
    private Optional<Reason> former(ActorMention actor, int titleAt, int formerAt) {
        if (titleAt < 0 || titleAt < formerAt) {
            return Optional.empty();
        }
        DaySet after = DaySet.NONE;
        DaySet during = DaySet.NONE;
        DaySet ends = DaySet.NONE;
        for (Entry.Holder term : fitting(actor, titleAt, actor.start())) {
            if (!OfficeTitle.isExact(term)) {
                return Optional.empty();
            }
            LocalDate from = first(term.from());
            Optional<LocalDate> to = term.to().map(OfficeClues::last);
            after = to.isPresent() ? after.or(DaySet.since(to.get())) : after;
            ends = to.isPresent() ? ends.or(DaySet.between(to.get(), to.get())) : ends;
            during = during.or(DaySet.between(
                    from.plusDays(1), to.map(end -> end.minusDays(1)).orElse(DaySet.LAST)));
        }
        DaySet days = after.without(during);
        boolean returned =
                !days.isEmpty() && days.stretches().length > 2 || !days.isEmpty() && !days.contains(DaySet.LAST);
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reason(
                        returned ? "office.former.between" : "office.former",
                        days,
                        returned ? days : ends,
                        Optional.of(tokens.span(formerAt, actor.end() - 1))));
    }

    private List<Entry.Holder> fitting(ActorMention actor, int titleAt, int end) {
        List<Entry.Holder> fitting = new ArrayList<>();
        boolean surname = actor.end() - actor.start() == 1;
        for (Entry.Holder term : lexicon.terms(actor.name())) {
            if (OfficeTitle.fits(text, term, titleAt, end, surname)) {
                fitting.add(term);
            }
        }
        return fitting;
    }

    private static LocalDate first(String written) {
        return switch (written.length()) {
            case 0 -> DaySet.FIRST;
            case 4 -> LocalDate.of(Integer.parseInt(written), 1, 1);
            case 7 -> YearMonth.parse(written).atDay(1);
            default -> LocalDate.parse(written);
        };
    }

    private static LocalDate last(String written) {
        return switch (written.length()) {
            case 0 -> DaySet.LAST;
            case 4 -> LocalDate.of(Integer.parseInt(written), 12, 31);
            case 7 -> YearMonth.parse(written).atEndOfMonth();
            default -> LocalDate.parse(written);
        };
    }
}
