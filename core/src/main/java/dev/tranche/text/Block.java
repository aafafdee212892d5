package dev.tranche.text;

/**
 * A part of a document text that its source set as one.
 *
 * @param kind what it is
 * @param span where it is in the document text, without the blank lines around it
 */
public record Block(BlockKind kind, Span span) {}
