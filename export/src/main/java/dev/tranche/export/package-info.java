/** Exports of a book: one streaming view of it, and one class for each format. */
@NullMarked
package dev.tranche.export;

import org.jspecify.annotations.NullMarked;
