/** Who acts in a report: persons, bodies, states and groups, with all the words that refer to them. */
@NullMarked
package dev.tranche.naming;

import org.jspecify.annotations.NullMarked;
