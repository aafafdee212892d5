package dev.tranche.extract;

import dev.tranche.agreement.Agreement;
import dev.tranche.agreement.AgreementReader;
import dev.tranche.encounter.Days;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterReader;
import dev.tranche.fact.Fact;
import dev.tranche.figure.FigureReader;
import dev.tranche.item.Item;
import dev.tranche.item.ItemReader;
import dev.tranche.item.ItemStage;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.naming.Cast;
import dev.tranche.naming.NameList;
import dev.tranche.naming.PartyFinder;
import dev.tranche.plover.PloverCoder;
import dev.tranche.statement.Statement;
import dev.tranche.statement.StatementReader;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.List;

/** Reads everything that a marked text tells besides sums. */
final class StoryReader {

    private StoryReader() {}

    static Story read(Lexicon lexicon, MarkedText text, List<Fact> facts, Days days) {
        if (text.actors().isEmpty() && !holdsQuote(text.tokens())) {
            return Story.NONE;
        }
        Cast cast = PartyFinder.find(lexicon, text);
        List<Statement> statements = StatementReader.read(lexicon, text, cast);
        List<Encounter> encounters = EncounterReader.read(lexicon, text, cast, days);
        List<Agreement> agreements = AgreementReader.read(text, encounters, days);
        return new Story(
                encounters,
                statements,
                FigureReader.read(lexicon, text, statements),
                agreements,
                items(lexicon, text, facts, days),
                NameList.of(text, cast),
                PloverCoder.code(text, days, encounters, statements, facts, agreements));
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
