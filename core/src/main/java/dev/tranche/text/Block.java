package dev.tranche.text;

/**
 * A part of a document text that its source marks as one unit.
 *
 * @param kind what it is
 * @param span where it is in the document text, without the blank lines around it
 */
public record Block(BlockKind kind, Span span) {}
