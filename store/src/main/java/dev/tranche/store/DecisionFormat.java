package dev.tranche.store;

import dev.tranche.bundle.BundleException;
import dev.tranche.bundle.JsonValue;
import dev.tranche.dating.StatedDate;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.review.Action;
import dev.tranche.review.CellChange;
import dev.tranche.review.CellValue;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.ClaimPattern;
import dev.tranche.review.Decision;
import dev.tranche.review.Field;
import dev.tranche.review.NoteKind;
import dev.tranche.review.Shown;
import dev.tranche.text.Span;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Reads the line of a decision ({@value #FORMAT}), as {@link DecisionWriter} writes it.
 *
 * <p>Unknown keys are ignored; an unknown action is refused, because omitting a
 * decision would show a different book.
 */
final class DecisionFormat {

    /** The format of lines with a decision and its author. */
    static final String FORMAT = "tranche-decision/2";

    private final String place;

    private DecisionFormat(String place) {
        this.place = place;
    }

    /**
     * Reads a decision.
     *
     * @param place its place, for the message of the {@link BundleException} raised for any other line
     */
    static Decision read(String place, JsonValue root) {
        try {
            return new DecisionFormat(place).decision(root);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new BundleException(place + ": this decision is not valid: " + wrong.getMessage() + ".");
        }
    }

    private Decision decision(JsonValue root) {
        return new Decision(Instant.parse(text(root, "at")), text(root, "author"), text(root, "reason"), action(root));
    }

    private Action action(JsonValue root) {
        String action = text(root, "action");
        return switch (action) {
            case "accept" -> new Action.Accept(marks(root, "marks"), list(root, "seen", this::shown));
            case "correct" -> new Action.Correct(marks(root, "marks"), list(root, "changes", this::change));
            case "merge" -> new Action.Merge(list(root, "entries", entry -> list(place, "entries", entry, this::mark)));
            case "split" -> new Action.Split(marks(root, "marks"), marks(root, "rest"));
            case "reject" -> new Action.Reject(marks(root, "marks"));
            case "add" -> add(root);
            case "withdraw" -> new Action.Withdraw(text(root, "report"));
            case "restore" -> new Action.Restore(text(root, "report"));
            case "note" -> note(root);
            case "together" -> new Action.Together(list(root, "parts", this::action));
            case "undo" -> new Action.Undo(text(root, "decision"));
            case "rule" ->
                new Action.Rule(new ClaimPattern(
                        root.member("outlet").text(),
                        root.member("words").text(),
                        texts(root, "donor"),
                        texts(root, "recipient")));
            case "set-content", "reject-content", "merge-content", "split-content", "merge-names", "split-name" ->
                new StoryFormat(place).action(action, root);
            default ->
                throw new BundleException(place + ": a decision of a kind that this version does not know ('"
                        + (action.length() > 40 ? action.substring(0, 40) : action)
                        + "'): a later version of Tranche wrote it. Use that version.");
        };
    }

    private Action.Note note(JsonValue root) {
        return new Action.Note(
                marks(root, "marks"),
                text(root, "task"),
                text(root, "state"),
                word(text(root, "kind"), NoteKind.values(), NoteKind::slug),
                root.member("to").text());
    }

    private Action.Add add(JsonValue root) {
        JsonValue fact = root.member("fact");
        Terms terms = new Terms(
                amount(fact),
                texts(fact, "donor"),
                texts(fact, "recipient"),
                word(text(fact, "type"), AidType.values(), AidType::slug),
                word(text(fact, "stage"), Stage.values(), Stage::slug),
                fact.member("authority").text());
        return new Action.Add(mark(root.member("mark")), terms, integer(fact, "ordinal"), days(fact.member("date")));
    }

    private Shown shown(JsonValue cell) {
        return new Shown(word(text(cell, "field"), Field.values(), Field::slug), text(cell, "value"));
    }

    private CellChange change(JsonValue change) {
        Field field = word(text(change, "field"), Field.values(), Field::slug);
        JsonValue after = change.member("after");
        CellValue value = switch (field) {
            case AMOUNT -> new CellValue.Amount(amount(after));
            case DONOR -> new CellValue.Donors(texts(change, "after"));
            case RECIPIENT -> new CellValue.Recipients(texts(change, "after"));
            case TYPE -> new CellValue.Kind(word(text(change, "after"), AidType.values(), AidType::slug));
            case STAGE -> new CellValue.Reached(word(text(change, "after"), Stage.values(), Stage::slug));
            case AUTHORITY ->
                new CellValue.Under(after.isNull() ? Optional.empty() : Optional.of(text(change, "after")));
            case DATE -> new CellValue.Days(days(after));
            case ORDINAL -> new CellValue.Place(integer(change, "after"));
            case PARENT -> new CellValue.PartOf(marks(after, "marks"), text(after, "name"));
        };
        return new CellChange(text(change, "before"), value);
    }

    private StatedAmount amount(JsonValue amount) {
        BigDecimal value = amount.member("amount").number().orElseThrow(() -> missing("amount"));
        return new StatedAmount(
                value,
                amount.member("amount_max").number(),
                text(amount, "currency"),
                word(text(amount, "bound"), Bound.values(), Bound::slug));
    }

    private StatedDate days(JsonValue days) {
        return new StatedDate(
                days.member("from").text().map(LocalDate::parse),
                days.member("to").text().map(LocalDate::parse));
    }

    private List<ClaimMark> marks(JsonValue object, String key) {
        return list(object, key, this::mark);
    }

    private ClaimMark mark(JsonValue mark) {
        return new ClaimMark(
                text(mark, "report"), new Span(number(mark, "start"), number(mark, "end")), text(mark, "quote"));
    }

    private <T> List<T> list(JsonValue object, String key, Function<JsonValue, T> reader) {
        return list(place, key, object.member(key), reader);
    }

    private static <T> List<T> list(String place, String key, JsonValue array, Function<JsonValue, T> reader) {
        if (!(array instanceof JsonValue.Items)) {
            throw new BundleException(place + ": \"" + key + "\" is missing or not a list.");
        }
        return array.list().stream().map(reader).toList();
    }

    private List<String> texts(JsonValue object, String key) {
        return list(object, key, item -> item.text().orElseThrow(() -> missing(key)));
    }

    private OptionalInt integer(JsonValue object, String key) {
        return object.member(key).isNull() ? OptionalInt.empty() : OptionalInt.of(number(object, key));
    }

    private int number(JsonValue object, String key) {
        return object.member(key).integer().orElseThrow(() -> missing(key));
    }

    private String text(JsonValue object, String key) {
        return object.member(key).text().orElseThrow(() -> missing(key));
    }

    private BundleException missing(String key) {
        return new BundleException(place + ": \"" + key + "\" is missing or of another type.");
    }

    private <E extends Enum<E>> E word(String word, E[] values, Function<E, String> slug) {
        for (E value : values) {
            if (slug.apply(value).equals(word)) {
                return value;
            }
        }
        throw new BundleException(place + ": the word '" + (word.length() > 40 ? word.substring(0, 40) : word)
                + "' is not known: a later version of Tranche may have written it.");
    }
}
