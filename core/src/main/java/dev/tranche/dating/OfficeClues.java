package dev.tranche.dating;

import dev.tranche.dating.Reason.Strength;
import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Clues from office-holders who are called by their title: the report was written in one of their terms. */
final class OfficeClues {

    private static final Words TITLE = Words.of(
            "president minister secretary chancellor premier pm prime commissioner general chief director spokesman"
                    + " spokeswoman spokesperson adviser advisor ambassador king head prezydent prezydenta prezydentem"
                    + " prezydentowi premiera premierem kanclerz kanclerza kanclerzem ministra ministrem sekretarz"
                    + " sekretarza szef szefa szefem rzecznik rzecznika rzeczniczka doradca doradcy ambasador");
    /** Kinds of office whose titles name them; other titles are shared by several offices. */
    private static final Set<String> EXACT = Set.of("head_of_state", "head_of_government", "foreign", "defence");

    private static final Words DEPUTY = Words.of("deputy vice");
    private static final Words PRIME = Words.of("prime premier pm");
    private static final Words GONE = Words.of(
            "former ex then when while if becomes late ousted deposed previous predecessor successor byłego były elect"
                    + " nominee candidate would-be future");
    private static final Words FORMER = Words.of("former ex byłego były byłym była");
    private static final Words NEW = Words.of("new newly incoming");
    private static final int BEFORE = 5;
    private static final int NEW_REACH = 2;
    private static final int LATE_DAYS = 30;
    private static final int EARLY_DAYS = 10;
    private static final int NEW_DAYS = 240;
    private static final int APPOSITION = 9;
    private static final Words FOLLOWED = Words.of("whose who which said says told and but after before");

    /** The words of offices; as many as the lexicon has. */
    private static final ConcurrentMap<String, Tokens> OFFICES = new ConcurrentHashMap<>();

    private OfficeClues() {}

    static List<Reason> read(Lexicon lexicon, MarkedText text) {
        List<Reason> reasons = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (ActorMention actor : text.actors()) {
            if (actor.form() == ActorForm.PERSON && !done.contains(actor.name())) {
                Optional<Reason> reason = reason(lexicon, text, actor);
                if (reason.isPresent()) {
                    done.add(actor.name());
                    reasons.add(reason.get());
                }
            }
        }
        return reasons;
    }

    private static Optional<Reason> reason(Lexicon lexicon, MarkedText text, ActorMention actor) {
        Tokens tokens = text.tokens();
        int first = text.sentenceOf(actor.start()).start();
        int titleAt = -1;
        boolean fresh = false;
        for (int token = actor.start() - 1; token >= Math.max(first, actor.start() - BEFORE); token--) {
            if (GONE.at(tokens, token)) {
                return FORMER.at(tokens, token) ? former(lexicon, tokens, actor, titleAt, token) : Optional.empty();
            }
            ActorMention other = text.actorAt(token);
            if (other != null && other.form() == ActorForm.PERSON) {
                break;
            }
            if (tokens.isSign(token, ',') && token != actor.start() - 1) {
                break;
            }
            titleAt = TITLE.at(tokens, token) ? token : titleAt;
            fresh |= titleAt >= 0 && token >= titleAt - NEW_REACH && NEW.at(tokens, token);
        }
        int end = actor.end();
        if (titleAt < 0) {
            titleAt = apposed(text, actor);
            end = titleAt + 1;
            while (titleAt >= 0 && TITLE.at(tokens, end)) {
                end++;
            }
        }
        if (titleAt < 0) {
            return Optional.empty();
        }
        int titleEnd = titleAt < actor.start() ? actor.start() : end;
        DaySet days = DaySet.NONE;
        for (Entry.Holder term : fitting(tokens, titleAt, titleEnd, lexicon.terms(actor.name()))) {
            LocalDate from = first(term.from());
            LocalDate to = term.to().map(OfficeClues::last).orElse(DaySet.LAST);
            days = days.or(
                    fresh
                            ? DaySet.between(from.minusDays(EARLY_DAYS), from.plusDays(NEW_DAYS))
                            : DaySet.between(from.minusDays(EARLY_DAYS), to.plusDays(LATE_DAYS)));
        }
        if (days.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Reason(
                fresh ? "office.new" : "office",
                Strength.TERM,
                days,
                Optional.of(tokens.span(Math.min(titleAt, actor.start()), end - 1))));
    }

    /** "Kristalina Georgieva, the IMF's managing director": the title behind the name, up to the next comma. */
    private static int apposed(MarkedText text, ActorMention actor) {
        Tokens tokens = text.tokens();
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
    private static Optional<Reason> former(
            Lexicon lexicon, Tokens tokens, ActorMention actor, int titleAt, int formerAt) {
        if (titleAt < 0 || titleAt < formerAt) {
            return Optional.empty();
        }
        DaySet after = DaySet.NONE;
        DaySet during = DaySet.NONE;
        List<Entry.Holder> terms = fitting(tokens, titleAt, actor.start(), lexicon.terms(actor.name()));
        if (!terms.stream().allMatch(term -> EXACT.contains(term.kind()))) {
            return Optional.empty();
        }
        for (Entry.Holder term : terms) {
            LocalDate from = first(term.from());
            Optional<LocalDate> to = term.to().map(OfficeClues::last);
            after = to.isPresent() ? after.or(DaySet.since(to.get().minusDays(EARLY_DAYS))) : after;
            during = during.or(DaySet.between(
                    from.plusDays(EARLY_DAYS),
                    to.map(end -> end.minusDays(EARLY_DAYS)).orElse(DaySet.LAST)));
        }
        DaySet days = after.without(during);
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reason(
                        "office.former", Strength.TERM, days, Optional.of(tokens.span(formerAt, actor.end() - 1))));
    }

    /** Returns the terms in an office of the title's words; a deputy's only when the words say so; all when none fits. */
    private static List<Entry.Holder> fitting(Tokens tokens, int titleAt, int end, List<Entry.Holder> terms) {
        if (terms.size() == 1) {
            return terms;
        }
        List<Entry.Holder> fitting = new ArrayList<>();
        for (Entry.Holder term : terms) {
            Tokens office = OFFICES.computeIfAbsent(term.office(), Tokenizer::split);
            boolean fits = in(DEPUTY, office, 0, office.size()) == in(DEPUTY, tokens, Math.max(0, titleAt - 2), end)
                    && in(PRIME, office, 0, office.size()) == in(PRIME, tokens, titleAt, end);
            boolean named = in(PRIME, office, 0, office.size());
            for (int token = titleAt; token < end; token++) {
                named |= TITLE.at(tokens, token) && contains(office, tokens.hash(token));
            }
            if (fits && named) {
                fitting.add(term);
            }
        }
        boolean exact = !fitting.isEmpty() && fitting.stream().allMatch(term -> EXACT.contains(term.kind()));
        return exact ? fitting : terms;
    }

    private static boolean in(Words words, Tokens tokens, int start, int end) {
        for (int token = start; token < end; token++) {
            if (words.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(Tokens office, long hash) {
        for (int token = 0; token < office.size(); token++) {
            if (office.hash(token) == hash) {
                return true;
            }
        }
        return false;
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
