package dev.tranche.plover;

import dev.tranche.agreement.Agreement;
import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Days;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.encounter.EncounterStage;
import dev.tranche.encounter.Participant;
import dev.tranche.encounter.Place;
import dev.tranche.fact.Fact;
import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.statement.Statement;
import dev.tranche.text.Sentence;
import dev.tranche.text.Span;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Codes what a report states as events: encounters, statements, sums and agreements by kind, and acts between two
 * states or bodies by verb. The codes are data.
 */
public final class PloverCoder {

    private static final int MOST = 400;
    private static final int REACH = 8;
    private static final int SUPPOSED = 3;
    private static final Words BETWEEN =
            Words.of("has have had is are was were been be being troops forces army military missiles missile soldiers"
                    + " rockets drones first also again fully illegally on today yesterday monday tuesday wednesday"
                    + " thursday friday saturday sunday who which that then repeatedly brutally regularly planes jets"
                    + " warplanes fighters navy fleet government authorities officials police s");
    private static final Words BEFORE = Words.of(
            "the a its his of in at from on against eastern western northern southern civilians towns cities people"
                    + " parts troops forces positions for with neighbouring neighboring neighbour neighbor city region"
                    + " country capital diplomats several several some two three more dozens");
    private static final Words PASSIVE = Words.of("was were been be being is are");
    private static final Words IF = Words.of("if would could may might should not never unless denied denies whether"
            + " planning plans threatened threatens will");

    private final MarkedText text;
    private final Tokens tokens;
    private final Days days;
    private final List<PloverEvent> events = new ArrayList<>();

    private PloverCoder(MarkedText text, Days days) {
        this.text = text;
        this.tokens = text.tokens();
        this.days = days;
    }

    /** Returns the events of a text in the order of their words. */
    public static List<PloverEvent> code(
            MarkedText text,
            Days days,
            List<Encounter> encounters,
            List<Statement> statements,
            List<Fact> facts,
            List<Agreement> agreements) {
        PloverCoder coder = new PloverCoder(text, days);
        encounters.forEach(coder::encounter);
        statements.forEach(coder::statement);
        facts.forEach(coder::fact);
        agreements.forEach(coder::agreement);
        coder.verbs();
        return coder.events.stream()
                .sorted(java.util.Comparator.comparing(event -> event.evidence().span()))
                .toList();
    }

    private void encounter(Encounter encounter) {
        if (encounter.stage() == EncounterStage.CANCELLED) {
            return;
        }
        List<String> codes = new ArrayList<>();
        for (Participant participant : encounter.participants()) {
            participant.country().ifPresent(codes::add);
        }
        if (codes.isEmpty()) {
            return;
        }
        Set<String> target = new LinkedHashSet<>(codes.subList(1, codes.size()));
        if (encounter.kind() == EncounterKind.VISIT) {
            encounter.place().flatMap(place -> place.country()).ifPresent(target::add);
        }
        target.remove(codes.get(0));
        if (target.isEmpty() && encounter.kind() != EncounterKind.CONFERENCE) {
            return;
        }
        add(
                "encounter",
                word(encounter, codes),
                Set.of(codes.get(0)),
                target,
                encounter.date(),
                encounter.evidence().span());
    }

    private static String word(Encounter encounter, List<String> codes) {
        String kind = encounter.kind().slug();
        if (encounter.kind() != EncounterKind.MEETING) {
            return kind;
        }
        if (Set.copyOf(codes).size() > 2) {
            return kind + " of many";
        }
        Optional<String> place = encounter.place().flatMap(Place::country);
        return place.map(state -> kind + (codes.contains(state) ? " at home" : " elsewhere"))
                .orElse(kind);
    }

    private void statement(Statement statement) {
        Optional<String> source = statement.speaker().country();
        Span span = statement.evidence().span();
        if (source.isEmpty()
                || !Codes.BY_WORD.containsKey("statement|" + statement.stance().slug())) {
            return;
        }
        String target = other(span, source.get());
        if (target != null) {
            add(
                    "statement",
                    statement.stance().slug(),
                    Set.of(source.get()),
                    Set.of(target),
                    days.of(span, false),
                    span);
        }
    }

    /** The first other state or body in the words of a statement. */
    private @Nullable String other(Span span, String source) {
        for (int token = tokens.firstAt(span.start());
                token < tokens.size() && tokens.end(token) <= span.end();
                token++) {
            ActorMention actor = text.actorAt(token);
            if (actor != null && !actor.isPrivate() && !actor.code().equals(source)) {
                return actor.code();
            }
        }
        return null;
    }

    private void fact(Fact fact) {
        if (fact instanceof Fact.Aid aid && !aid.terms().donors().isEmpty()) {
            add(
                    "fact",
                    aid.terms().type().slug(),
                    new LinkedHashSet<>(aid.terms().donors()),
                    new LinkedHashSet<>(aid.terms().recipients()),
                    days.of(aid.evidence().span(), false),
                    aid.evidence().span());
        }
    }

    private void agreement(Agreement agreement) {
        Set<String> rest = new LinkedHashSet<>(
                agreement.parties().subList(1, agreement.parties().size()));
        add(
                "agreement",
                agreement.stage().slug(),
                Set.of(agreement.parties().get(0)),
                rest,
                agreement.expected(),
                agreement.evidence().span());
    }

    private void verbs() {
        for (Sentence sentence : text.sentences()) {
            for (int token = sentence.start(); token < sentence.end() && events.size() < MOST; token++) {
                WordTable.Hit<Code> hit = Codes.VERBS.at(tokens, token);
                if (hit != null && text.actorAt(token) == null) {
                    verb(sentence, token, hit);
                    token = hit.end() - 1;
                }
            }
        }
    }

    private void verb(Sentence sentence, int token, WordTable.Hit<Code> hit) {
        ActorMention source = null;
        for (int at = token - 1; at >= Math.max(sentence.start(), token - REACH) && source == null; at--) {
            source = official(text.actorAt(at));
            if (source == null && !BETWEEN.at(tokens, at)) {
                return;
            }
        }
        boolean bare = source != null && source.form() == ActorForm.ADJECTIVE && source.end() == token;
        if (source == null || bare || isPassive(source.end(), token, hit.end())) {
            return;
        }
        ActorMention target = null;
        for (int at = hit.end(); at < Math.min(sentence.end(), hit.end() + REACH) && target == null; at++) {
            ActorMention actor = official(text.actorAt(at));
            target = actor != null && !actor.code().equals(source.code()) ? actor : null;
            if (actor == null && !BEFORE.at(tokens, at)) {
                return;
            }
        }
        if (target == null || isSupposed(sentence, source.start(), token)) {
            return;
        }
        Span span = tokens.span(source.start(), target.end() - 1);
        events.add(new PloverEvent(
                hit.value().code(),
                hit.value().mode(),
                List.of(source.code()),
                List.of(target.code()),
                days.of(span, false),
                text.document().evidence(span)));
    }

    /** "Was invaded by": the words after the verb say who acts. */
    private boolean isPassive(int from, int verb, int end) {
        for (int at = from; at < verb; at++) {
            if (PASSIVE.at(tokens, at)) {
                return !tokens.string(verb).endsWith("ing");
            }
        }
        return tokens.isWord(end) && tokens.string(end).equals("by");
    }

    /** "If the state attacked", "it has not invaded": no act took place. */
    private boolean isSupposed(Sentence sentence, int source, int verb) {
        for (int at = Math.max(sentence.start(), source - SUPPOSED); at < verb; at++) {
            if (IF.at(tokens, at)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable ActorMention official(@Nullable ActorMention actor) {
        return actor != null && !actor.isPrivate() ? actor : null;
    }

    private void add(String from, String word, Set<String> source, Set<String> target, StatedDate date, Span span) {
        Code code = Codes.BY_WORD.get(from + "|" + word);
        if (code != null && events.size() < MOST) {
            events.add(new PloverEvent(
                    code.code(),
                    code.mode(),
                    List.copyOf(source),
                    List.copyOf(target),
                    date,
                    text.document().evidence(span)));
        }
    }

    private record Code(String code, Optional<String> mode) {}

    private static final class Codes {
        static final Map<String, Code> BY_WORD = new HashMap<>();
        static final WordTable<Code> VERBS = load(Lexicon.shipped("plover_codes.csv"));

        private static WordTable<Code> load(LexiconFile file) {
            WordTable.Builder<Code> verbs = WordTable.builder();
            for (LexiconFile.Row row : file.rows()) {
                Code code = new Code(
                        row.field("code"), Optional.of(row.field("mode")).filter(m -> !m.isEmpty()));
                for (String word : row.alternatives("word")) {
                    if (row.field("from").equals("verb")) {
                        verbs.add(word, code);
                    } else {
                        BY_WORD.put(row.field("from") + "|" + word, code);
                    }
                }
            }
            return verbs.build();
        }
    }
}
