package dev.tranche.assistance;

import dev.tranche.fact.AidType;
import dev.tranche.fact.Basis;
import dev.tranche.fact.Cell;
import dev.tranche.fact.Cells;
import dev.tranche.fact.Fact;
import dev.tranche.mention.MarkedText;
import dev.tranche.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes candidates as facts: each cell with the words it rests on. */
final class FactWriter {

    private final MarkedText text;
    private final AuthorityFinder authorities;
    private final AnnouncerFinder announcers;

    FactWriter(MarkedText text, AuthorityFinder authorities) {
        this.text = text;
        this.authorities = authorities;
        this.announcers = new AnnouncerFinder(text);
    }

    /** Returns the fact that a candidate states. */
    Fact fact(Candidate c) {
        var evidence = text.document().evidence(c.quote());
        if (c.total()) {
            return new Fact.Total(
                            c.terms(),
                            OptionalInt.empty(),
                            c.since(),
                            evidence,
                            c.kind().rule())
                    .with(cells(c));
        }
        return new Fact.Aid(
                        c.terms(),
                        OptionalInt.empty(),
                        c.ordinal(),
                        Optional.empty(),
                        ItemFinder.find(text, c.site()),
                        evidence,
                        c.kind().rule())
                .with(cells(c));
    }

    private Cells cells(Candidate c) {
        List<Cell> type = c.terms().type() == AidType.UNKNOWN || c.type().start() < 0
                ? List.of(Cell.byDefault())
                : List.of(cell(c, c.type().start(), c.type().end(), Basis.WORDS));
        List<Cell> stage = c.stage().token() < 0
                ? List.of(Cell.byDefault())
                : List.of(cell(c, c.stage().token(), c.stage().token() + 1, Basis.WORDS));
        List<Cell> authority = c.authority()
                .filter(ignored -> c.terms().authority().isPresent())
                .map(span -> List.of(cell(c, span)))
                .orElse(List.of());
        List<Cell> ordinal = authorities
                .ordinalWords(c.site())
                .filter(ignored -> c.ordinal().isPresent())
                .map(this::words)
                .orElse(List.of());
        List<Cell> announcer = announcers.find(c.site()).map(this::words).orElse(List.of());
        return Cells.of(parties(c, c.roles().donors()), parties(c, c.roles().recipients()), type, stage, authority)
                .withOrdinal(ordinal)
                .withAnnouncer(announcer);
    }

    private List<Cell> words(Span span) {
        return List.of(new Cell(Basis.WORDS, Optional.of(text.document().evidence(span))));
    }

    private List<Cell> parties(Candidate c, List<Party> parties) {
        return parties.stream()
                .map(p -> p.basis() == Basis.DEFAULT ? Cell.byDefault() : cell(c, p.start(), p.end(), p.basis()))
                .toList();
    }

    private Cell cell(Candidate c, int start, int end, Basis basis) {
        boolean near = start >= c.site().sentence().start()
                && start < c.site().sentence().end();
        Span span = text.tokens().span(start, end - 1);
        Basis told = basis == Basis.WORDS && !near ? Basis.CONTEXT : basis;
        return new Cell(told, Optional.of(text.document().evidence(span)));
    }

    private Cell cell(Candidate c, Span span) {
        Span sentence = text.tokens()
                .span(c.site().sentence().start(), c.site().sentence().end() - 1);
        boolean near = span.start() >= sentence.start() && span.end() <= sentence.end();
        return new Cell(
                near ? Basis.WORDS : Basis.CONTEXT, Optional.of(text.document().evidence(span)));
    }
}
