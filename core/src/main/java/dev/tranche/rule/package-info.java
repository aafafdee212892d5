/** From clauses to facts: what a sum is, how far it has come, of which kind, part of what. */
@NullMarked
package dev.tranche.rule;

import org.jspecify.annotations.NullMarked;
