package dev.tranche.export;

import java.time.Instant;

/**
 * What a second reader proposes for a cell of an entry, and nobody has decided on. It is not part of the book.
 *
 * @param id name of the question that it answers
 * @param entry id of the entry
 * @param cell the cell: donor, recipient, type or stage
 * @param before code that the cell shows; empty for nothing
 * @param value code proposed
 * @param valueName name of the value for people
 * @param words words of the report that give the value
 * @param report key of the report
 * @param quote words of the report that carry the sum
 * @param model name of the model
 * @param prompt version of the prompt
 * @param at when the answer came
 */
public record Proposed(
        String id,
        String entry,
        String cell,
        String before,
        String value,
        String valueName,
        String words,
        String report,
        String quote,
        String model,
        int prompt,
        Instant at) {}
