/** Claims of many reports: which texts are copies of one another and which claims belong to one commitment. */
@NullMarked
package dev.tranche.resolve;

import org.jspecify.annotations.NullMarked;
