/** What people decided about the book: decisions that speak of claims by their words. */
@NullMarked
package dev.tranche.review;

import org.jspecify.annotations.NullMarked;
