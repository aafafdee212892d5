/** Decisions of people about the book, which refer to claims by their words. */
@NullMarked
package dev.tranche.review;

import org.jspecify.annotations.NullMarked;
