package dev.tranche.agreement;

import dev.tranche.encounter.Days;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.text.Sentence;
import dev.tranche.text.Span;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads agreements: by a noun for an agreement, a word for its stage in the same sentence, and the states or bodies
 * around it.
 *
 * <p>The parties are those joined before the noun ("US-Polish agreement"), after "between" or "with", and the first
 * actor of the sentence.
 */
public final class AgreementReader {

    private static final int MOST = 50;
    private static final int REACH = 12;

    private final MarkedText text;
    private final Tokens tokens;
    private final List<Encounter> encounters;
    private final Days days;
    private final List<Agreement> agreements = new ArrayList<>();

    private AgreementReader(MarkedText text, List<Encounter> encounters, Days days) {
        this.text = text;
        this.encounters = encounters;
        this.tokens = text.tokens();
        this.days = days;
    }

    /**
     * Returns the agreements of a text in the order of their words.
     *
     * @param encounters those of the same text: people who sign together sign for their states
     */
    public static List<Agreement> read(MarkedText text, List<Encounter> encounters, Days days) {
        AgreementReader reader = new AgreementReader(text, encounters, days);
        boolean hasBody = !text.document().body().isBlank();
        for (Sentence sentence : text.sentences()) {
            if (!(sentence.title() && hasBody)) {
                reader.read(sentence);
            }
        }
        return List.copyOf(reader.agreements);
    }

    private void read(Sentence sentence) {
        for (int token = sentence.start(); token < sentence.end() && agreements.size() < MOST; token++) {
            WordTable.Hit<String> hit = Words.TABLE.at(tokens, token);
            if (hit == null || !hit.value().equals("name") || text.actorAt(token) != null) {
                continue;
            }
            AgreementStage stage = stage(sentence, token, hit.end());
            if (stage == null) {
                continue;
            }
            Set<String> parties = parties(sentence, token, hit.end());
            if (parties.size() < 2) {
                parties = signers(sentence);
            }
            if (parties.size() > 1) {
                add(sentence, token, hit.end(), stage, parties);
            }
            token = hit.end() - 1;
        }
    }

    /** "He and the chancellor signed a pact": the states of those who met in the sentence. */
    private Set<String> signers(Sentence sentence) {
        Span span = sentence.span(tokens);
        Set<String> states = new LinkedHashSet<>();
        for (Encounter encounter : encounters) {
            boolean here = encounter.kind() == EncounterKind.MEETING
                    && span.contains(encounter.evidence().span());
            if (here && states.isEmpty()) {
                encounter.participants().forEach(side -> side.country().ifPresent(states::add));
            }
        }
        return states;
    }

    private void add(Sentence sentence, int token, int end, AgreementStage stage, Set<String> parties) {
        int start = token;
        ActorMention before = text.actorAt(token - 1);
        while (before != null && before.start() >= sentence.start()) {
            start = before.start();
            int left = tokens.isSign(Math.max(0, start - 1), '-') ? start - 2 : -1;
            before = text.actorAt(left);
        }
        Span span = sentence.span(tokens);
        boolean open = stage == AgreementStage.PLANNED || stage == AgreementStage.UNDER_NEGOTIATION;
        String name = tokens.text().substring(tokens.start(start), tokens.end(end - 1));
        boolean known = agreements.stream()
                .anyMatch(a ->
                        a.parties().equals(List.copyOf(parties)) && a.name().equals(name));
        if (!known) {
            agreements.add(new Agreement(
                    List.copyOf(parties),
                    name,
                    stage,
                    days.of(tokens.span(start, end - 1), open),
                    text.document().evidence(span)));
        }
    }

    private @Nullable AgreementStage stage(Sentence sentence, int token, int end) {
        AgreementStage found = null;
        int from = Math.max(sentence.start(), token - REACH);
        int limit = Math.min(sentence.end(), end + REACH);
        for (int at = from; at < limit; at++) {
            WordTable.Hit<String> hit = at >= token && at < end ? null : Words.TABLE.at(tokens, at);
            String part = hit == null ? "" : hit.value();
            AgreementStage here = switch (part) {
                case "signed" -> AgreementStage.SIGNED;
                case "negotiated" -> AgreementStage.UNDER_NEGOTIATION;
                case "planned" -> AgreementStage.PLANNED;
                case "refused" -> AgreementStage.REFUSED;
                default -> null;
            };
            if (hit != null && here != null) {
                found = found == null || here == AgreementStage.UNDER_NEGOTIATION ? here : found;
                at = hit.end() - 1;
            }
        }
        boolean declaration = tokens.string(end - 1).equalsIgnoreCase("declaration");
        return declaration && found == AgreementStage.SIGNED ? AgreementStage.JOINT_DECLARATION : found;
    }

    private Set<String> parties(Sentence sentence, int token, int end) {
        Set<String> parties = new LinkedHashSet<>();
        int before = token - 1;
        while (text.actorAt(before) != null && before >= sentence.start()) {
            ActorMention actor = text.actorAt(before);
            if (actor == null || actor.isPrivate()) {
                break;
            }
            parties.add(actor.code());
            before = tokens.isSign(Math.max(0, actor.start() - 1), '-') ? actor.start() - 2 : sentence.start() - 1;
        }
        if (parties.size() > 1) {
            return parties;
        }
        ActorMention first = null;
        for (int at = sentence.start(); at < token && first == null; at++) {
            ActorMention actor = text.actorAt(at);
            first = actor != null && !actor.isPrivate() && actor.form() != ActorForm.ADJECTIVE ? actor : null;
        }
        if (first != null) {
            addJoined(first, parties);
        }
        int limit = Math.min(sentence.end(), end + REACH + 4);
        boolean open = false;
        for (int at = end; at < limit; at++) {
            String word = tokens.isWord(at) ? tokens.string(at) : "";
            open |= word.equals("with") || word.equals("between") || word.equals("and");
            ActorMention actor = text.actorAt(at);
            if (open && actor != null && !actor.isPrivate()) {
                parties.add(actor.code());
            }
        }
        return parties;
    }

    /** Adds "Poland", and the others of "Poland, Norway and Ukraine". */
    private void addJoined(ActorMention first, Set<String> parties) {
        ActorMention actor = first;
        while (actor != null && !actor.isPrivate()) {
            parties.add(actor.code());
            int next = actor.end();
            next += tokens.isSign(next, ',') ? 1 : 0;
            next += tokens.isWord(next) && tokens.string(next).equals("and") ? 1 : 0;
            actor = next > actor.end() ? text.actorAt(next) : null;
        }
    }

    private static final class Words {
        static final WordTable<String> TABLE = load(Lexicon.shipped("agreement_words.csv"));

        private static WordTable<String> load(LexiconFile file) {
            WordTable.Builder<String> table = WordTable.builder();
            for (LexiconFile.Row row : file.rows()) {
                for (String words : row.alternatives("words")) {
                    table.add(words, row.field("part"));
                }
            }
            return table.build();
        }
    }
}
