package dev.tranche.view;

import dev.tranche.ledger.JournalEntry;

/**
 * An entry of a journal with its number.
 *
 * @param number its place, from 1 on
 * @param entry the entry
 */
public record Numbered(long number, JournalEntry entry) {}
