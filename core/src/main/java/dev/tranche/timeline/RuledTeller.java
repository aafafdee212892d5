package dev.tranche.timeline;

import dev.tranche.agreement.Agreement;
import dev.tranche.encounter.Encounter;
import dev.tranche.figure.Figure;
import dev.tranche.naming.Name;
import dev.tranche.review.Content;
import dev.tranche.statement.ContentWords;
import dev.tranche.statement.Statement;
import dev.tranche.text.Span;
import dev.tranche.timeline.StoryRulings.Ruled;
import dev.tranche.timeline.StoryRulings.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Rewrites the content of a report as people decided about it. */
final class RuledTeller {

    private final Teller teller;
    private final List<Encounter> encounters = new ArrayList<>();
    private final List<Teller.Said> statements = new ArrayList<>();
    private final List<FigureBook.Noted> figures = new ArrayList<>();
    private final List<Agreement> agreements = new ArrayList<>();
    private final Map<Integer, Bond> ofEncounters = new HashMap<>();
    private final Map<Integer, Bond> ofStatements = new HashMap<>();
    private final Map<Integer, Bond> ofFigures = new HashMap<>();
    private final Map<Integer, Bond> ofAgreements = new HashMap<>();
    private final Set<Encounter> stated = new HashSet<>();

    RuledTeller(Teller teller) {
        this.teller = teller;
    }

    Teller after(StoryRulings rulings) {
        encounters(rulings.of(
                teller.key(), teller.encounters().stream().map(Content.Met::new).toList()));
        statements(rulings.of(
                teller.key(),
                teller.statements().stream()
                        .map(said -> new Content.Said(said.statement()))
                        .toList()));
        figures(rulings.of(
                teller.key(),
                teller.figures().stream()
                        .map(noted -> new Content.Counted(noted.telling().figure()))
                        .toList()));
        agreements(rulings.of(
                teller.key(),
                teller.agreements().stream().map(Content.Agreed::new).toList()));
        return new Teller(
                teller.key(),
                teller.id(),
                teller.published(),
                encounters,
                statements,
                figures,
                agreements,
                teller.names(),
                new Teller.Decided(ofEncounters, ofStatements, ofFigures, ofAgreements, stated, Set.of(), Map.of()));
    }

    private void encounters(List<Ruled> ruled) {
        for (Ruled one : ruled) {
            if (one.counts() && one.content() instanceof Content.Met met) {
                one.bond().ifPresent(bond -> ofEncounters.put(encounters.size(), bond));
                encounters.add(met.encounter());
                if (one.state() != State.READ) {
                    stated.add(met.encounter());
                }
            }
        }
    }

    private void agreements(List<Ruled> ruled) {
        for (Ruled one : ruled) {
            if (one.counts() && one.content() instanceof Content.Agreed agreed) {
                one.bond().ifPresent(bond -> ofAgreements.put(agreements.size(), bond));
                agreements.add(agreed.agreement());
            }
        }
    }

    /** Statements refer to one another by their places, which change when one is left out. */
    private void statements(List<Ruled> ruled) {
        Map<Integer, Integer> places = new HashMap<>();
        List<Ruled> kept = new ArrayList<>();
        for (Ruled one : ruled) {
            if (one.counts() && one.content() instanceof Content.Said) {
                places.put(one.read(), kept.size());
                kept.add(one);
            }
        }
        for (Ruled one : kept) {
            one.bond().ifPresent(bond -> ofStatements.put(statements.size(), bond));
            statements.add(said(one, ((Content.Said) one.content()).statement(), places));
        }
    }

    private Teller.Said said(Ruled one, Statement told, Map<Integer, Integer> places) {
        boolean read = one.read() >= 0;
        OptionalInt denied =
                read ? teller.statements().get(one.read()).statement().denies() : OptionalInt.empty();
        Integer place = denied.isPresent() ? places.get(denied.getAsInt()) : null;
        OptionalInt denies = place == null ? OptionalInt.empty() : OptionalInt.of(place);
        Statement statement = new Statement(
                told.speaker(),
                told.verb(),
                told.direct(),
                told.stance(),
                told.addressee(),
                told.via(),
                denies,
                told.evidence());
        if (read && statement.equals(teller.statements().get(one.read()).statement())) {
            return teller.statements().get(one.read());
        }
        return Teller.Said.of(statement, states(statement.evidence().span()));
    }

    private Set<String> states(Span span) {
        List<Name> names = teller.names();
        return Teller.states(span, names);
    }

    private void figures(List<Ruled> ruled) {
        for (Ruled one : ruled) {
            if (one.counts()
                    && one.content() instanceof Content.Counted counted
                    && counted.figure().isCount()) {
                one.bond().ifPresent(bond -> ofFigures.put(figures.size(), bond));
                figures.add(noted(one, counted.figure()));
            }
        }
    }

    private FigureBook.Noted noted(Ruled one, Figure figure) {
        FigureBook.Telling telling = new FigureBook.Telling(figure, teller.published());
        if (one.read() >= 0) {
            FigureBook.Noted read = teller.figures().get(one.read());
            return new FigureBook.Noted(telling, read.states(), read.words());
        }
        return new FigureBook.Noted(
                telling,
                states(figure.evidence().span()),
                ContentWords.of(figure.evidence().quote()));
    }
}
