/** Pure projections of a book: filters, pages, months, totals, map, desk and names; no JSON, no clock. */
@NullMarked
package dev.tranche.view;

import org.jspecify.annotations.NullMarked;
