package dev.tranche.encounter;

import dev.tranche.dating.Granularity;
import dev.tranche.dating.StatedDate;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.NameWords;
import dev.tranche.mention.StoryWords;
import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.text.Folding;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads who met whom in a report.
 *
 * <p>A verb of going with a place, a verb of meeting with a partner or with several subjects, a noun for either with
 * "to", "with" or "between", and a named event each yield an encounter; mentions of the same one are merged. Dates
 * come from the words of the sentence, else from the report. A journalist's interview is not an encounter; a briefing
 * of the press is one, with the press as the other side.
 */
public final class EncounterReader {

    private static final int MOST = 200;
    private static final int WIDEST_DAYS = 20;
    private static final int WEEK = 7;
    private static final int PLACE_REACH = 8;

    private final MarkedText text;
    private final Tokens tokens;
    private final Cast cast;
    private final Days days;
    private final Sides sides;
    private final Places places;
    private final WordTable<List<Word>> table;
    private final NameWords names;
    private final StoryWords.WordClass sport;
    private final Lexicon lexicon;
    private final List<Draft> drafts = new ArrayList<>();
    private int toldAt = -1;
    private boolean inTitle;

    private EncounterReader(Lexicon lexicon, MarkedText text, Cast cast, Days days) {
        this.table = Word.table(lexicon);
        this.names = NameWords.of(lexicon);
        this.sport = StoryWords.of(lexicon).of("sport");
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
        this.cast = cast;
        this.days = days;
        this.sides = new Sides(text, cast);
        this.places = new Places(text, cast);
    }

    /** Returns the encounters of a text in the order of their words. */
    public static List<Encounter> read(Lexicon lexicon, MarkedText text, Cast cast, Days days) {
        EncounterReader reader = new EncounterReader(lexicon, text, cast, days);
        boolean hasBody = !text.document().body().isBlank();
        for (Sentence sentence : text.sentences()) {
            if (!(sentence.title() && hasBody)) {
                reader.read(reader.sides.body(sentence));
            }
        }
        reader.inTitle = true;
        for (Sentence sentence : text.sentences()) {
            if (sentence.title() && hasBody) {
                reader.read(sentence);
            }
        }
        return reader.finished();
    }

    private List<Encounter> finished() {
        List<Encounter> list = new ArrayList<>(drafts.size());
        drafts.sort(Comparator.comparingInt((Draft draft) -> draft.words.start()));
        for (Draft draft : drafts) {
            list.add(new Encounter(
                    draft.kind,
                    draft.participants,
                    draft.placed(),
                    draft.date,
                    draft.stage,
                    Optional.ofNullable(draft.ordinal),
                    text.document().evidence(draft.words)));
        }
        return List.copyOf(list);
    }

    private void read(Sentence sentence) {
        for (int token = sentence.start(); token < sentence.end() && drafts.size() < MOST; token++) {
            WordTable.Hit<List<Word>> hit = table.at(tokens, token);
            if (hit == null) {
                Draft series = series(sentence, token);
                if (series != null) {
                    finish(sentence, token, token + 1, series, Word.Form.EVENT);
                }
                continue;
            }
            if (hit.end() > sentence.end() || token == toldAt) {
                continue;
            }
            if (Stages.isOnlyInvited(tokens, sentence, token)) {
                continue;
            }
            for (Word word : hit.value()) {
                List<Draft> told = told(sentence, token, hit.end(), word);
                for (Draft draft : told) {
                    finish(sentence, token, hit.end(), draft, word.form());
                }
                if (!told.isEmpty()) {
                    token = hit.end() - 1;
                    break;
                }
            }
        }
        remember(sentence);
    }

    /** "COP29": a conference named by a word of the table and its number, in one word or two. */
    private @Nullable Draft series(Sentence sentence, int token) {
        if (!tokens.isWord(token) || !tokens.isCapital(token)) {
            return null;
        }
        String word = tokens.string(token);
        int digits = word.length();
        while (digits > 0 && Character.isDigit(word.charAt(digits - 1))) {
            digits--;
        }
        boolean numbered = digits < word.length() && digits > 0;
        if (!numbered || !Word.series(lexicon).contains(Folding.hash(word.substring(0, digits)))) {
            return null;
        }
        return new EventReader(this, sentence, token, token + 1).series(word);
    }

    /** Remembers the subject of a sentence, to whom a later pronoun may refer. */
    private void remember(Sentence sentence) {
        Party main = sides.subjects().clauseSubject(sentence, sentence.end());
        sides.discourse().readTo(sentence.end());
        if (main != null) {
            Party meant = sides.discourse().resolve(main);
            sides.discourse().subject(meant);
            if (meant.kind() == PartyKind.PERSON) {
                sides.acted(meant);
            }
        }
        Party first = cast.firstFrom(sentence.start(), Math.min(sentence.end(), sentence.start() + 3));
        if (first != null && first.kind() == PartyKind.PERSON) {
            sides.discourse().subject(first);
        }
    }

    private List<Draft> told(Sentence sentence, int token, int end, Word word) {
        VerbReader verb = new VerbReader(this, sentence, token, end, word.kind());
        TripReader trip = new TripReader(this, sentence, token, end);
        NounReader noun = new NounReader(this, sentence, token, end, word.kind());
        return switch (word.form()) {
            case GO -> trip.go();
            case AT -> some(trip.at());
            case LEAVE -> some(trip.leave());
            case SEE -> some(verb.see());
            case SEEN -> some(verb.seen());
            case WELCOME -> verb.welcome();
            case SUMMON -> some(verb.summon());
            case RING -> some(verb.ring());
            case VISITING -> new VisitingReader(this, sentence, token, end).read();
            case SIGN -> some(verb.sign());
            case TOGETHER -> some(verb.together());
            case NOUN -> some(noun.read());
            case EVENT -> some(new EventReader(this, sentence, token, end).read());
        };
    }

    private static List<Draft> some(@Nullable Draft draft) {
        return draft == null || draft.participants.isEmpty() ? List.of() : List.of(draft);
    }

    @Nullable
    Place placeNear(Sentence sentence, int from) {
        return placeNear(sentence, from, PLACE_REACH);
    }

    @Nullable
    Place placeNear(Sentence sentence, int from, int reach) {
        int limit = Math.min(sentence.end(), from + reach);
        for (int at = from; at < limit; at++) {
            if (tokens.isSign(at, ';') || tokens.kind(at) == TokenKind.QUOTE) {
                return null;
            }
            if (Grammar.IN.at(tokens, at)) {
                Places.Found found = places.at(at + 1, sentence.end());
                if (found != null) {
                    return found.place();
                }
            }
        }
        return null;
    }

    private void finish(Sentence sentence, int token, int end, Draft draft, Word.Form form) {
        if (isOfOthers(draft)) {
            return;
        }
        boolean noun = form == Word.Form.NOUN || form == Word.Form.EVENT;
        int last = Math.max(end, Math.min(sentence.end(), tokens.firstAt(draft.words.end())));
        draft.sentence = sentence.start();
        draft.stage = form == Word.Form.VISITING ? EncounterStage.PAST : Stages.of(tokens, sentence, token, last, noun);
        boolean ahead = draft.stage == EncounterStage.PLANNED || draft.stage == EncounterStage.CANCELLED;
        StatedDate told = days.of(draft.words, ahead);
        boolean done = draft.stage == EncounterStage.PAST && (!noun || Stages.isDuring(tokens, token));
        if (!ahead && (isSince(told) || done && isAfterReport(told))) {
            told = days.ofNews();
        }
        boolean present = !noun && Stages.isPresent(tokens, token);
        draft.date = draft.stage == EncounterStage.PLANNED || present ? ahead(told) : told;
        if (draft.stage == EncounterStage.CANCELLED) {
            draft.date = told.from().map(StatedDate::since).orElse(StatedDate.UNKNOWN);
        }
        draft.stage = done ? draft.stage : settled(draft.stage, draft.date);
        draft.dated = draft.date.from().isPresent() && draft.date.to().isPresent();
        draft.ordinal = draft.ordinal == null ? Ordinals.near(lexicon, text, sentence, token, end) : draft.ordinal;
        if (!draft.dated && draft.stage == EncounterStage.PAST) {
            inherit(draft);
        }
        if (inTitle && drafts.stream().anyMatch(draft::isToldBy)) {
            return;
        }
        sides.met(draft.parties);
        for (Draft known : drafts) {
            if (known.mayBe(draft)) {
                known.join(draft);
                return;
            }
        }
        drafts.add(draft);
    }

    /**
     * "Envoy speaks; doubts about visit": words beyond a semicolon are news about others; two teams meet, not two
     * states.
     */
    private boolean isOfOthers(Draft draft) {
        int first = tokens.firstAt(draft.words.start());
        int last = tokens.firstAt(draft.words.end());
        for (int at = first; at < last; at++) {
            if (tokens.isSign(at, ';')) {
                return true;
            }
        }
        return sport.firstIn(tokens, first, last) >= 0;
    }

    /** What is planned for a weekday is still ahead. */
    private StatedDate ahead(StatedDate told) {
        Optional<LocalDate> published = days.published().from();
        boolean behind = told.isOneDay()
                && published.isPresent()
                && told.from().orElseThrow().isBefore(published.get())
                && !told.from().orElseThrow().isBefore(published.get().minusDays(WEEK));
        return behind ? StatedDate.on(told.from().orElseThrow().plusDays(WEEK)) : told;
    }

    /** An encounter wholly after the report is planned, whatever the verb. */
    private EncounterStage settled(EncounterStage stage, StatedDate date) {
        return stage != EncounterStage.CANCELLED && isAfterReport(date) ? EncounterStage.PLANNED : stage;
    }

    private boolean isAfterReport(StatedDate date) {
        Optional<LocalDate> published = days.published().to();
        return date.from().isPresent()
                && published.isPresent()
                && date.from().get().isAfter(published.get());
    }

    /**
     * An undated meeting at a place takes the days of the last visit there by the same people, mentioned directly
     * before it.
     */
    private void inherit(Draft draft) {
        for (int i = drafts.size() - 1; i >= 0 && i >= drafts.size() - 3; i--) {
            Draft before = drafts.get(i);
            boolean same = before.participants.get(0).equals(draft.participants.get(0))
                    && before.dated
                    && (before.stage == EncounterStage.PAST || before.stage == EncounterStage.ONGOING)
                    && before.kind == EncounterKind.VISIT
                    && (draft.place == null || before.place != null && before.place.mayBe(draft.place));
            if (same && draft.kind != EncounterKind.CALL) {
                draft.date = before.date;
                draft.dated = true;
                return;
            }
        }
    }

    /** A date months wide comes from "since", which counts encounters but does not date one. */
    private static boolean isSince(StatedDate date) {
        return date.from().isPresent()
                && date.to().isPresent()
                && date.from().get().plusDays(WIDEST_DAYS).isBefore(date.to().get())
                && date.granularity() == Granularity.SPAN;
    }

    /** Returns the place of a visit mentioned earlier in the sentence, or null. */
    @Nullable
    Place visited(Sentence sentence) {
        Draft last = drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
        boolean here = last != null && last.kind == EncounterKind.VISIT && last.sentence == sentence.start();
        return here && last != null ? last.place : null;
    }

    /** The noun at the token is already covered by the verb before it. */
    void told(int token) {
        toldAt = token;
    }

    Tokens tokens() {
        return tokens;
    }

    Cast cast() {
        return cast;
    }

    Places places() {
        return places;
    }

    Sides sides() {
        return sides;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    MarkedText text() {
        return text;
    }

    NameWords names() {
        return names;
    }

    WordTable<List<Word>> table() {
        return table;
    }
}
