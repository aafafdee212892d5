package dev.tranche.opinion;

import dev.tranche.export.Proposed;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.review.CellValue;
import dev.tranche.review.Field;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a second reader answered to a question about a cell. It is never booked: a person accepts it as a correction of
 * their own, or refuses it.
 *
 * @param id name of the question
 * @param entry id of the entry
 * @param field the cell: donor, recipient, type or stage
 * @param before what the cell showed when the question was asked; empty for nothing
 * @param value the value chosen; empty where the reader chose none
 * @param label name of the value for people; empty where there is none
 * @param words words of the report that give the value; empty where there is none
 * @param report key of the report
 * @param quote the words that carry the sum
 * @param model name of the model
 * @param prompt number of the words of the prompt
 * @param at when the answer came
 */
public record Proposal(
        String id,
        String entry,
        Field field,
        String before,
        String value,
        String label,
        String words,
        String report,
        String quote,
        String model,
        int prompt,
        Instant at) {

    /** Does it propose another value than the cell showed? */
    public boolean proposesChange() {
        return !value.isEmpty() && !value.equals(before);
    }

    /** Returns the value as one that a cell can have; empty for a word that this version does not know. */
    public Optional<CellValue> cell() {
        return switch (field) {
            case DONOR -> Optional.of(new CellValue.Donors(List.of(value)));
            case RECIPIENT -> Optional.of(new CellValue.Recipients(List.of(value)));
            case TYPE -> constant(AidType.values()).map(CellValue.Kind::new);
            case STAGE -> constant(Stage.values()).map(CellValue.Reached::new);
            case AMOUNT, AUTHORITY, DATE, ORDINAL, PARENT -> Optional.empty();
        };
    }

    private <T extends Enum<T>> Optional<T> constant(T[] all) {
        for (T one : all) {
            if (one.name().toLowerCase(Locale.ROOT).equals(value)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** Returns it as it is exported. */
    public Proposed exported() {
        return new Proposed(id, entry, field.slug(), before, value, name(), words, report, quote, model, prompt, at);
    }

    /** The label of a type or stage explains it after a colon. */
    private String name() {
        return label.contains(":") ? label.substring(0, label.indexOf(':')) : label;
    }

    /** Returns it as a sentence for people, which names the model and the number of the prompt. */
    public String sentence() {
        return "Second reader proposes: " + field.slug() + " " + name() + " (model " + model + ", prompt " + prompt
                + ")";
    }
}
