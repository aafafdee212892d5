package dev.tranche.extract;

import dev.tranche.agreement.Agreement;
import dev.tranche.encounter.Encounter;
import dev.tranche.figure.Figure;
import dev.tranche.item.Item;
import dev.tranche.naming.Name;
import dev.tranche.plover.PloverEvent;
import dev.tranche.statement.Statement;
import java.util.List;

/**
 * The content of a report besides sums, each list in text order.
 *
 * @param encounters who met whom
 * @param statements who said what; {@code denies} indices point into this list
 * @param figures numbers other than money
 * @param agreements agreements between states
 * @param items equipment; {@code fact} indices point into the facts of the same extraction
 * @param names persons, bodies and places with their spellings
 * @param events the same in PLOVER's vocabulary
 */
public record Story(
        List<Encounter> encounters,
        List<Statement> statements,
        List<Figure> figures,
        List<Agreement> agreements,
        List<Item> items,
        List<Name> names,
        List<PloverEvent> events) {

    /** A report without such content. */
    public static final Story NONE =
            new Story(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Story {
        encounters = List.copyOf(encounters);
        statements = List.copyOf(statements);
        figures = List.copyOf(figures);
        agreements = List.copyOf(agreements);
        items = List.copyOf(items);
        names = List.copyOf(names);
        events = List.copyOf(events);
    }
}
