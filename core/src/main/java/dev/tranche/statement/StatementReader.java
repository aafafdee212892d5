package dev.tranche.statement;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.text.Sentence;
import dev.tranche.text.Span;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads who said what in a report.
 *
 * <p>Each verb of saying with a subject yields a statement, and each sentence of a quotation another. A quotation
 * belongs to the verb in its sentence, else to the speaker of its other sentences, else to the previous speaker in its
 * paragraph, else to the subject of its sentence. Scare quotes and quoted headings yield nothing.
 */
public final class StatementReader {

    private static final int MOST_STATEMENTS = 2000;
    private static final int SCARE_WORDS = 4;
    private static final Set<String> PRAISE = Set.of(
            "welcome",
            "hail",
            "praise",
            "thank",
            "applaud",
            "commend",
            "laud",
            "congratulate",
            "endorse",
            "support",
            "back");
    private static final int MOST_HEADINGS = 6;

    /** "Thank you.", "Good afternoon." */
    private static final int COURTESY_WORDS = 3;

    private final MarkedText text;
    private final Tokens tokens;
    private final Cast cast;
    private final Quotes quotes;
    private final List<List<Frame>> frames;
    private final @Nullable Party[] quoteSpeaker;
    private final SubjectFinder subjects;
    private final Datelines datelines;
    private final Headlines headlines;
    private final Turns turns;
    private final QuoteShape shape;
    private final Attributions attributions;
    private final Introductions introductions;
    private final List<Statement> statements = new ArrayList<>();

    private StatementReader(Lexicon lexicon, MarkedText text, Cast cast) {
        this.shape = new QuoteShape(text.tokens());
        this.attributions = new Attributions(lexicon, text);
        this.text = text;
        this.tokens = text.tokens();
        this.cast = cast;
        this.quotes = Quotes.of(text);
        this.frames = new FrameFinder(text, cast, quotes).find();
        this.quoteSpeaker = new Party[quotes.list().size()];
        this.introductions = new Introductions(text, cast, quotes, frames, quoteSpeaker);
        this.subjects = new SubjectFinder(text, cast, quotes);
        this.datelines = new Datelines(tokens);
        this.headlines = new Headlines(text, cast, quotes);
        this.turns = Turns.of(text, cast, quotes, frames);
    }

    /** Returns the statements of a text in the order of their words. */
    public static List<Statement> read(Lexicon lexicon, MarkedText text, Cast cast) {
        StatementReader reader = new StatementReader(lexicon, text, cast);
        reader.introductions.find();
        reader.giveQuotes();
        reader.run();
        reader.tweets();
        return new Denials(text, reader.statements).linked();
    }

    /** First pass: every quotation gets the speaker of a verb in one of its sentences. */
    private void giveQuotes() {
        for (List<Frame> inSentence : frames) {
            for (Frame frame : inSentence) {
                if (frame.quoted() < 0) {
                    Sentence sentence = text.sentences().get(frame.sentence());
                    giveQuotes(sentence, frame);
                }
            }
        }
        List<Quotes.Quote> list = quotes.list();
        for (int i = 0; i < list.size(); i++) {
            int from = list.get(i).continues();
            if (quoteSpeaker[i] == null && from >= 0) {
                quoteSpeaker[i] = quoteSpeaker[from];
            }
        }
        for (int i = list.size() - 1; i >= 0; i--) {
            int from = list.get(i).continues();
            if (from >= 0 && quoteSpeaker[from] == null) {
                quoteSpeaker[from] = quoteSpeaker[i];
            }
        }
    }

    private void giveQuotes(Sentence sentence, Frame frame) {
        for (int token = sentence.start(); token < sentence.end(); token++) {
            int quote = quotes.at(token);
            if (quote >= 0 && (quoteSpeaker[quote] == null || frame.verb() < token && !frame.after())) {
                quoteSpeaker[quote] = frame.speaker();
            }
        }
        introductions.introduces(frame.sentence(), frame.speaker());
    }

    private void run() {
        @Nullable Party last = null;
        @Nullable Party actor = null;
        List<Sentence> sentences = text.sentences();
        boolean hasBody = !text.document().body().isBlank();
        for (int i = 0; i < sentences.size() && statements.size() < MOST_STATEMENTS; i++) {
            Sentence sentence = sentences.get(i);
            List<Frame> here = frames.get(i);
            if (sentence.title() && hasBody || here.isEmpty() && isHeading(i)) {
                headline(sentence, here);
                continue;
            }
            Party turn = turns.at(i);
            if (turn != null) {
                turn(sentence, turn);
            }
            boolean spoken = turn != null;
            for (int k = 0; k < here.size(); k++) {
                spoken |= emit(sentence, here, k);
                last = here.get(k).quoted() < 0 ? here.get(k).speaker() : last;
            }
            if (!spoken) {
                last = quoteAlone(sentence, last == null ? actor : last);
            }
            actor = here.isEmpty() && quotes.wordsIn(sentence.start(), sentence.end()) == 0 ? actor(sentence) : null;
        }
    }

    /** The subject of a sentence without speech, taken as the speaker of a free-standing quotation after it. */
    private @Nullable Party actor(Sentence sentence) {
        Party subject = subjects.clauseSubject(sentence, sentence.end());
        return subject != null && subject.kind() == PartyKind.PERSON ? subject : null;
    }

    /** Embedded posts: each sentence is a statement of the account's owner. */
    private void tweets() {
        for (Posts.Post post : Posts.of(text, cast)) {
            for (Sentence sentence : text.sentences()) {
                int start = Math.max(sentence.start(), post.start());
                int end = Math.min(sentence.end(), post.end());
                Span words = start < end ? tokens.span(start, end - 1) : null;
                boolean told = words == null
                        || end - start <= COURTESY_WORDS
                        || statements.stream()
                                .anyMatch(each -> each.evidence().span().overlaps(words));
                if (!told) {
                    add(post.author(), "post", true, Stance.ASSERTS, Optional.empty(), Optional.empty(), start, end);
                }
            }
        }
        statements.sort(Comparator.comparingInt(each -> each.evidence().span().start()));
    }

    /** A separate line near the top that ends without a full stop. */
    private boolean isHeading(int index) {
        Sentence line = text.sentences().get(index);
        boolean last = index + 1 == text.sentences().size();
        boolean alone = line.paragraphStart()
                && !last
                && text.sentences().get(index + 1).paragraphStart();
        boolean word = tokens.kind(line.end() - 1) != TokenKind.SIGN;
        return alone && word && index < MOST_HEADINGS && turns.at(index) == null && quotes.at(line.start()) < 0;
    }

    /** The statement of a headline with a verb, else "speaker: claim" and "claim - speaker". */
    private void headline(Sentence line, List<Frame> here) {
        for (int k = 0; k < here.size(); k++) {
            emit(line, here, k);
        }
        Party speaker = here.isEmpty() ? headlines.speaker(line) : null;
        if (speaker != null) {
            boolean direct = quotes.wordsIn(line.start(), line.end()) > 0;
            add(speaker, "say", direct, Stance.ASSERTS, Optional.empty(), Optional.empty(), line.start(), line.end());
        }
    }

    /** A sentence of a transcript or of a statement in the first person is a statement of its speaker. */
    private void turn(Sentence sentence, Party speaker) {
        int first = sentence.start();
        if (speaker.start() == first && tokens.isSign(speaker.end(), ':')) {
            first = speaker.end() + 1;
        }
        int words = 0;
        for (int token = first; token < sentence.end(); token++) {
            words += tokens.isWord(token) ? 1 : 0;
        }
        boolean asks = Turns.isQuestion(speaker) && tokens.isSign(sentence.end() - 1, '?');
        if (words > COURTESY_WORDS || asks && words > 1) {
            add(
                    speaker,
                    asks ? "ask" : "say",
                    true,
                    asks ? Stance.ASKS : Stance.ASSERTS,
                    Optional.empty(),
                    Optional.empty(),
                    sentence.start(),
                    sentence.end());
        }
    }

    private boolean emit(Sentence sentence, List<Frame> here, int k) {
        Frame frame = here.get(k);
        int start = start(sentence, here, k);
        int end = end(sentence, here, k);
        if (attributions.isCarrier(here, k)) {
            return false;
        }
        if (attributions.isEmpty(frame, start, end)) {
            if (start <= sentence.start()) {
                return shouted(frame);
            }
            start = sentence.start();
        }
        Stance stance = frame.stance() == Stance.DENIES && attributions.isRefusal(frame.verbEnd(), end)
                ? Stance.ASSERTS
                : frame.stance();
        boolean direct = quotes.wordsIn(start, end) > 0 && frame.quoted() < 0;
        Optional<String> via = Optional.empty();
        if (frame.quoted() >= 0) {
            Party quoter = quoteSpeaker[frame.quoted()];
            via = quoter == null
                    ? Optional.empty()
                    : Optional.of(Speaker.of(quoter).shown());
        } else if (k > 0
                && frame.start() > here.get(0).verb()
                && !frame.speaker().same(here.get(0).speaker())
                && !here.get(0).after()) {
            via = Optional.of(Speaker.of(here.get(0).speaker()).shown());
        }
        Party turn = turns.at(frame.sentence());
        if (via.isEmpty() && turn != null && !turn.same(frame.speaker())) {
            via = Optional.of(Speaker.of(turn).shown());
        }
        add(frame.speaker(), frame.lemma(), direct, stance, addressee(frame, end), via, start, end);
        split(sentence, frame, end);
        return frame.quoted() < 0;
    }

    /** "We will!" the envoy said: the words are in the previous sentence. */
    private boolean shouted(Frame frame) {
        int before = frame.sentence() - 1;
        Sentence sentence = before < 0 ? null : text.sentences().get(before);
        int quote = sentence == null ? -1 : quotes.at(sentence.end() - 1);
        Sentence own = text.sentences().get(frame.sentence());
        if (sentence == null || quote < 0 || own.paragraphStart()) {
            return false;
        }
        Span words = tokens.span(sentence.start(), sentence.end() - 1);
        boolean told =
                statements.stream().anyMatch(each -> each.evidence().span().overlaps(words));
        if (!told) {
            quoteSpeaker[quote] = frame.speaker();
            add(
                    frame.speaker(),
                    frame.lemma(),
                    true,
                    frame.stance(),
                    Optional.empty(),
                    Optional.empty(),
                    sentence.start(),
                    own.end());
        }
        return true;
    }

    /** "…, but that no threat weighed on the town" is a second claim of the same speaker. */
    private void split(Sentence sentence, Frame frame, int end) {
        for (int token = frame.verbEnd() + 1; token + 3 < end; token++) {
            if (Grammar.BUT.at(tokens, token)
                    && tokens.isWord(token + 1)
                    && tokens.string(token + 1).equals("that")
                    && quotes.at(token) < 0) {
                boolean no =
                        tokens.isWord(token + 2) && tokens.string(token + 2).equals("no");
                boolean direct = quotes.wordsIn(token, end) > 0;
                add(
                        frame.speaker(),
                        frame.lemma(),
                        direct,
                        no ? Stance.DENIES : frame.stance(),
                        Optional.empty(),
                        Optional.empty(),
                        token,
                        Math.min(end, sentence.end()));
                return;
            }
        }
    }

    private int start(Sentence sentence, List<Frame> here, int k) {
        Frame frame = here.get(k);
        if (!frame.after()) {
            return frame.start();
        }
        return k == 0 || frame.lemma().equals("according to")
                ? Math.min(frame.verb(), datelines.end(sentence))
                : Math.min(
                        frame.start(), here.get(k - 1).after() ? here.get(k - 1).verbEnd() : sentence.start());
    }

    private int end(Sentence sentence, List<Frame> here, int k) {
        Frame frame = here.get(k);
        for (int next = k + 1; next < here.size(); next++) {
            Frame other = here.get(next);
            boolean sibling = other.speaker().same(frame.speaker()) && other.quoted() == frame.quoted();
            if (sibling && !other.after() && other.start() > frame.verbEnd()) {
                return other.start();
            }
            if (other.after() && other.verb() > frame.verbEnd() && isNoun(frame)) {
                return beforeAuxiliaries(other.verb());
            }
        }
        return sentence.end();
    }

    /** "Claims by Moscow that … were dismissed by Estonia": the claim ends before the verb that answers it. */
    private boolean isNoun(Frame frame) {
        boolean noun = SpeechVerb.nouns().at(tokens, frame.verb()) != null;
        return noun
                && (tokens.isCapital(frame.verb())
                        || tokens.string(frame.verb()).equals(frame.lemma()));
    }

    private int beforeAuxiliaries(int verb) {
        int end = verb;
        while (Grammar.AUXILIARY.at(tokens, end - 1) || Grammar.ADVERB.at(tokens, end - 1)) {
            end--;
        }
        return end;
    }

    private Optional<String> addressee(Frame frame, int end) {
        boolean tells = frame.lemma().equals("tell")
                || frame.lemma().equals("assure")
                || frame.stance() == Stance.ACCUSES
                || frame.lemma().equals("inform")
                || frame.lemma().equals("urge")
                || frame.lemma().equals("warn");
        Party told = cast.at(frame.verbEnd());
        if (told == null && Grammar.TO.at(tokens, frame.verbEnd())) {
            told = cast.at(frame.verbEnd() + 1);
            tells = true;
        }
        if (!tells
                || told == null
                || told.kind() == PartyKind.PRONOUN
                || told.end() > end
                || told.same(frame.speaker())) {
            return Optional.empty();
        }
        return Optional.of(told.name().orElse(told.description()));
    }

    private void add(
            Party speaker,
            String verb,
            boolean direct,
            Stance stance,
            Optional<String> addressee,
            Optional<String> via,
            int start,
            int end) {
        int last = end - 1;
        while (last > start && (tokens.isSign(last, ',') || tokens.isSign(last, ';')) || last > start && isAnd(last)) {
            last--;
        }
        statements.add(new Statement(
                Speaker.of(speaker),
                verb,
                direct,
                PRAISE.contains(verb)
                        ? stance
                        : StanceWords.refine(stance, tokens, start, last + 1, direct || !speaker.anonymous()),
                addressee,
                via,
                OptionalInt.empty(),
                text.document().evidence(tokens.span(start, last))));
    }

    private boolean isAnd(int token) {
        return Grammar.CONJUNCTION.at(tokens, token);
    }

    /** A quotation in a sentence without a verb of saying. */
    private @Nullable Party quoteAlone(Sentence sentence, @Nullable Party last) {
        int first = sentence.start();
        while (first < sentence.end() && quotes.at(first) < 0) {
            first++;
        }
        if (first == sentence.end()) {
            return sentence.paragraphStart() ? null : last;
        }
        int quote = quotes.at(first);
        int end = first;
        while (end < sentence.end() && quotes.at(end) == quote) {
            end++;
        }
        int words = quotes.wordsIn(sentence.start(), sentence.end());
        Party beside = quoteSpeaker[quote] == null ? beside(sentence, end) : null;
        if (beside != null) {
            quoteSpeaker[quote] = beside;
            add(beside, "say", true, Stance.ASSERTS, Optional.empty(), Optional.empty(), first, sentence.end());
            return beside;
        }
        Party speaker = quoteSpeaker[quote];
        if (speaker != null) {
            add(speaker, "say", true, Stance.ASSERTS, Optional.empty(), Optional.empty(), first, end);
            return speaker;
        }
        boolean scare = words <= SCARE_WORDS && !shape.isWhole(sentence, first, end);
        if (scare || shape.isHeading(sentence, first, end) || shape.isTitle(first, end)) {
            return last;
        }
        boolean whole = first - sentence.start() <= 1;
        Party subject = whole ? null : subjects.clauseSubject(sentence, first);
        boolean speaks = subject != null && subject.kind() != PartyKind.PRONOUN && subject.kind() != PartyKind.STATE;
        Party who = speaks ? subject : subject == null || subject.kind() == PartyKind.PRONOUN ? last : null;
        if (who == null) {
            return null;
        }
        quoteSpeaker[quote] = who;
        add(
                who,
                "say",
                true,
                Stance.ASSERTS,
                Optional.empty(),
                Optional.empty(),
                whole ? first : sentence.start(),
                end);
        return who;
    }

    /** "…," she deadpanned: the party directly after a quotation that ends like a clause of speech. */
    private @Nullable Party beside(Sentence sentence, int end) {
        int mark = end - 1;
        boolean dash = end + 1 < sentence.end() && Introductions.isDash(tokens, end);
        Party signed = dash ? cast.at(end + 1) : null;
        if (signed != null && signed.start() == end + 1 && signed.kind() == PartyKind.PERSON) {
            return signed;
        }
        boolean ends = mark > sentence.start()
                && end < sentence.end()
                && tokens.kind(mark) == TokenKind.QUOTE
                && (tokens.isSign(mark - 1, ',') || tokens.isSign(mark - 1, '?') || tokens.isSign(mark - 1, '!'));
        Party party = ends ? cast.at(end) : null;
        boolean acts = party != null
                && party.kind() != PartyKind.TEXT
                && tokens.isWord(party.end())
                && !Grammar.AUXILIARY.at(tokens, party.end());
        return party != null && acts && party.kind() != PartyKind.PRONOUN ? party : null;
    }
}
