package dev.tranche.timeline;

/**
 * A decision that some encounters, statements, figures or agreements of reports belong together.
 *
 * @param label shared by all that belong together
 * @param apart does nothing else belong with them?
 */
public record Bond(String label, boolean apart) {}
