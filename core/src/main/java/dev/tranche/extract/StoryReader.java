package dev.tranche.extract;

import dev.tranche.agreement.Agreement;
import dev.tranche.agreement.AgreementReader;
import dev.tranche.encounter.Days;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterReader;
import dev.tranche.fact.Announcer;
import dev.tranche.fact.Fact;
import dev.tranche.figure.FigureReader;
import dev.tranche.item.Item;
import dev.tranche.item.ItemReader;
import dev.tranche.item.ItemStage;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.naming.Cast;
import dev.tranche.naming.NameList;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyFinder;
import dev.tranche.plover.PloverCoder;
import dev.tranche.statement.Statement;
import dev.tranche.statement.StatementReader;
import dev.tranche.text.Span;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.List;
import java.util.Optional;

/** Reads everything in a marked text besides sums. */
final class StoryReader {

    private StoryReader() {}

    /**
     * The content of a text besides sums, and its sums with who announced them.
     *
     * @param story everything besides sums
     * @param facts the sums
     */
    record Told(Story story, List<Fact> facts) {

        Told {
            facts = List.copyOf(facts);
        }
    }

    static Told read(Lexicon lexicon, MarkedText text, List<Fact> facts, Days days) {
        if (text.actors().isEmpty() && !holdsQuote(text.tokens())) {
            return new Told(Story.NONE, facts);
        }
        Cast cast = PartyFinder.find(lexicon, text);
        List<Statement> statements = StatementReader.read(lexicon, text, cast);
        List<Encounter> encounters = EncounterReader.read(lexicon, text, cast, days);
        List<Agreement> agreements = AgreementReader.read(text, encounters, days);
        Story story = new Story(
                encounters,
                statements,
                FigureReader.read(lexicon, text, statements),
                agreements,
                items(lexicon, text, facts, days),
                NameList.of(text, cast),
                PloverCoder.code(text, days, encounters, statements, facts, agreements));
        return new Told(
                story, facts.stream().map(fact -> announced(text, cast, fact)).toList());
    }

    /** The words of the announcer are known; the cast identifies them. */
    private static Fact announced(MarkedText text, Cast cast, Fact fact) {
        if (!(fact instanceof Fact.Aid aid) || fact.cells().announcer().isEmpty()) {
            return fact;
        }
        Span words =
                fact.cells().announcer().getFirst().evidence().orElseThrow().span();
        Tokens tokens = text.tokens();
        for (int token = tokens.firstAt(words.start());
                token < tokens.size() && tokens.start(token) < words.end();
                token++) {
            Party party = cast.at(token);
            String name = party == null ? "" : party.name().orElse(party.description());
            if (party != null && !name.isBlank()) {
                return aid.with(new Announcer(
                        name,
                        party.person() == null ? "" : party.description(),
                        Optional.of(party.country()).filter(code -> !code.isEmpty())));
            }
        }
        return fact.with(fact.cells().withAnnouncer(List.of()));
    }

    private static List<Item> items(Lexicon lexicon, MarkedText text, List<Fact> facts, Days days) {
        return ItemReader.read(lexicon, text, facts).stream()
                .map(item -> item.with(days.of(item.evidence().span(), item.stage() != ItemStage.SUPPLIED)))
                .toList();
    }

    private static boolean holdsQuote(Tokens tokens) {
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.kind(token) == TokenKind.QUOTE) {
                return true;
            }
        }
        return false;
    }
}
