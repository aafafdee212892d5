package dev.tranche.api;

import dev.tranche.agreement.Agreement;
import dev.tranche.agreement.AgreementStage;
import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.encounter.EncounterStage;
import dev.tranche.encounter.Participant;
import dev.tranche.encounter.Place;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.figure.Figure;
import dev.tranche.item.Item;
import dev.tranche.item.ItemStage;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.Bound;
import dev.tranche.print.PartyCodes;
import dev.tranche.review.Content;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Stance;
import dev.tranche.statement.Statement;
import dev.tranche.text.Evidence;
import dev.tranche.view.BookView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads the {@code facts} of a decision: what words say besides sums. What is left out stays as it was shown. */
final class FactsReader {

    private static final int MOST_WORDS = 200;
    private static final int MOST_SIDES = 20;

    /** The category of equipment that a person adds; the tables of equipment are for the reader. */
    private static final String OTHER = "other";

    private final Body facts;
    private final PartyCodes parties;
    private final ValuesReader values;
    private boolean sound = true;

    FactsReader(Body facts, Lexicon lexicon, BookView view) {
        this.facts = facts;
        this.parties = new PartyCodes(lexicon);
        this.values = new ValuesReader(facts, lexicon, view);
    }

    /** Returns what was shown with other facts; empty when something is wrong, as the body then says. */
    Optional<Content> corrected(Content shown) {
        Optional<Content> after = switch (shown) {
            case Content.Met met -> encounter(Optional.of(met.encounter()), met.evidence());
            case Content.Said said -> statement(Optional.of(said.statement()), said.evidence());
            case Content.Counted counted -> figure(Optional.of(counted.figure()), counted.evidence());
            case Content.Supplied supplied -> item(Optional.of(supplied.item()), supplied.evidence());
            case Content.Agreed agreed -> agreement(Optional.of(agreed.agreement()), agreed.evidence());
            case Content.Gift gift -> gift(Optional.of(gift), gift.evidence());
        };
        return done(after);
    }

    /** Returns what words say; empty when something is wrong, as the body then says. */
    Optional<Content> added(Content.Kind kind, Evidence evidence) {
        return done(
                switch (kind) {
                    case ENCOUNTER -> encounter(Optional.empty(), evidence);
                    case STATEMENT -> statement(Optional.empty(), evidence);
                    case FIGURE -> figure(Optional.empty(), evidence);
                    case ITEM -> item(Optional.empty(), evidence);
                    case AGREEMENT -> agreement(Optional.empty(), evidence);
                    case GIFT -> gift(Optional.empty(), evidence);
                });
    }

    private Optional<Content> done(Optional<Content> told) {
        facts.refuseUnknown();
        return sound && values.isSound() ? told : Optional.empty();
    }

    private Optional<Content> encounter(Optional<Encounter> shown, Evidence evidence) {
        Optional<EncounterKind> kind = needed(
                "meeting",
                word("meeting", EncounterKind.values(), EncounterKind::slug).or(() -> shown.map(Encounter::kind)));
        List<Participant> sides = facts.has("participants")
                ? participants()
                : shown.map(Encounter::participants).orElse(List.of());
        Optional<Place> place = text("place", shown.flatMap(Encounter::place).map(Place::name))
                .map(name -> place(name, shown.flatMap(Encounter::place)));
        Optional<EncounterStage> stage = needed(
                "stage",
                word("stage", EncounterStage.values(), EncounterStage::slug).or(() -> shown.map(Encounter::stage)));
        StatedDate date = values.date(shown.map(Encounter::date).orElse(StatedDate.UNKNOWN));
        if (sides.isEmpty() && sound) {
            refuse("participants", "names nobody.");
        }
        if (kind.isEmpty() || stage.isEmpty() || sides.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Content.Met(new Encounter(
                kind.get(), sides, place, date, stage.get(), shown.flatMap(Encounter::ordinal), evidence)));
    }

    private List<Participant> participants() {
        List<Participant> sides = new ArrayList<>();
        for (Body side : facts.objects("participants", MOST_SIDES)) {
            Optional<String> name = some(side.text("name", 0, MOST_WORDS));
            String office = some(side.text("office", 0, MOST_WORDS)).orElse("");
            Optional<String> country = country(side, "country");
            side.refuseUnknown();
            if (name.isPresent() || !office.isEmpty()) {
                sides.add(new Participant(name, office, country));
            } else {
                sound = false;
                side.refuse("name", "is needed, or an office.");
            }
        }
        return sides;
    }

    /** A place keeps its state unless it is renamed; then it is looked up among the known towns. */
    private static Place place(String name, Optional<Place> shown) {
        Place bare = new Place(name, Optional.empty());
        return shown.filter(one -> one.name().equals(name))
                .orElseGet(() ->
                        new Place(name, bare.spot().map(spot -> spot.town().country())));
    }

    private Optional<Content> statement(Optional<Statement> shown, Evidence evidence) {
        Optional<Speaker> before = shown.map(Statement::speaker);
        Optional<String> name = text("speaker", before.flatMap(Speaker::name));
        String office = text("office", before.map(Speaker::description).filter(words -> !words.isEmpty()))
                .orElse("");
        Optional<String> country = facts.has("country") ? country(facts, "country") : before.flatMap(Speaker::country);
        Optional<Stance> stance =
                needed("stance", word("stance", Stance.values(), Stance::slug).or(() -> shown.map(Statement::stance)));
        Optional<String> addressee = text("addressee", shown.flatMap(Statement::addressee));
        if (name.isEmpty() && office.isEmpty()) {
            refuse("speaker", "is needed, or an office.");
            return Optional.empty();
        }
        boolean anonymous = name.isEmpty() && before.map(Speaker::anonymous).orElse(true);
        return stance.map(how -> new Content.Said(new Statement(
                new Speaker(name, office, country, anonymous),
                shown.map(Statement::verb).orElse("say"),
                shown.map(Statement::direct).orElse(false),
                how,
                addressee,
                shown.flatMap(Statement::via),
                shown.map(Statement::denies).orElse(OptionalInt.empty()),
                evidence)));
    }

    private Optional<Content> figure(Optional<Figure> shown, Evidence evidence) {
        Optional<BigDecimal> value = needed("value", facts.amount("value").or(() -> shown.map(Figure::value)));
        Bound bound = word("bound", Bound.values(), Bound::slug)
                .or(() -> shown.map(Figure::bound))
                .orElse(Bound.EXACTLY);
        Optional<String> unit = needed("unit", text("unit", shown.map(Figure::unit)));
        Optional<String> source = text("source", shown.flatMap(Figure::source));
        if (value.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Content.Counted(new Figure(value.get(), bound, unit.get(), source, evidence)));
    }

    private Optional<Content> item(Optional<Item> shown, Evidence evidence) {
        Optional<String> name = needed("name", text("name", shown.map(Item::name)));
        Optional<Integer> counted = facts.count("quantity", 1);
        OptionalLong quantity = facts.has("quantity")
                ? counted.map(OptionalLong::of).orElse(OptionalLong.empty())
                : shown.map(Item::quantity).orElse(OptionalLong.empty());
        Optional<String> unit = text("unit", shown.flatMap(Item::unit));
        Optional<ItemStage> stage = needed(
                "stage", word("stage", ItemStage.values(), ItemStage::slug).or(() -> shown.map(Item::stage)));
        StatedDate date = values.date(shown.map(Item::date).orElse(StatedDate.UNKNOWN));
        if (name.isEmpty() || stage.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Content.Supplied(new Item(
                name.get(),
                shown.map(Item::category).orElse(OTHER),
                quantity,
                unit,
                stage.get(),
                shown.map(Item::fact).orElse(OptionalInt.empty()),
                date,
                evidence)));
    }

    private Optional<Content> agreement(Optional<Agreement> shown, Evidence evidence) {
        Optional<String> name = needed("name", text("name", shown.map(Agreement::name)));
        List<String> sides =
                values.codes("parties").or(() -> shown.map(Agreement::parties)).orElse(List.of());
        Optional<AgreementStage> stage = needed(
                "stage",
                word("stage", AgreementStage.values(), AgreementStage::slug).or(() -> shown.map(Agreement::stage)));
        StatedDate date = values.date(shown.map(Agreement::expected).orElse(StatedDate.UNKNOWN));
        if (sides.isEmpty() && values.isSound()) {
            refuse("parties", "names nobody.");
        }
        if (name.isEmpty() || stage.isEmpty() || sides.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Content.Agreed(new Agreement(sides, name.get(), stage.get(), date, evidence)));
    }

    private Optional<Content> gift(Optional<Content.Gift> shown, Evidence evidence) {
        Optional<String> what = needed("what", text("what", shown.map(Content.Gift::what)));
        List<String> donors =
                values.codes("donor").or(() -> shown.map(Content.Gift::donors)).orElse(List.of());
        List<String> recipients = values.codes("recipient")
                .or(() -> shown.map(Content.Gift::recipients))
                .orElse(List.of());
        AidType type = values.type().or(() -> shown.map(Content.Gift::type)).orElse(AidType.UNKNOWN);
        Stage stage = values.stage().or(() -> shown.map(Content.Gift::stage)).orElse(Stage.ANNOUNCED);
        StatedDate date = values.date(shown.map(Content.Gift::date).orElse(StatedDate.UNKNOWN));
        if (donors.isEmpty() && recipients.isEmpty() && values.isSound()) {
            refuse("donor", "is needed, or a recipient.");
            return Optional.empty();
        }
        if (donors.isEmpty() && recipients.isEmpty()) {
            return Optional.empty();
        }
        return what.map(words -> new Content.Gift(words, donors, recipients, type, stage, date, evidence));
    }

    private void refuse(String name, String message) {
        sound = false;
        facts.refuse(name, message);
    }

    private <T> Optional<T> needed(String name, Optional<T> value) {
        sound &= value.isPresent();
        return facts.needed(name, value);
    }

    private static Optional<String> some(Optional<String> text) {
        return text.map(String::strip).filter(words -> !words.isEmpty());
    }

    /** A text that is sent counts, even an empty one. */
    private Optional<String> text(String name, Optional<String> shown) {
        Optional<String> said = some(facts.text(name, 0, MOST_WORDS));
        return facts.has(name) ? said : shown;
    }

    private <E extends Enum<E>> Optional<E> word(String name, E[] all, Function<E, String> slug) {
        List<String> words = Arrays.stream(all).map(slug).toList();
        Optional<String> said = facts.word(name, words);
        sound &= said.isPresent() || !facts.has(name);
        return said.map(word -> all[words.indexOf(word)]);
    }

    private Optional<String> country(Body body, String name) {
        Optional<String> said = some(body.text(name, 0, MOST_WORDS));
        Optional<String> code = said.flatMap(parties::find);
        if (said.isPresent() && code.isEmpty()) {
            sound = false;
            body.refuse(name, parties.refusal(said.get()));
        }
        return code;
    }
}
