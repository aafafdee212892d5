/** The local run: inputs in, reports through bounded threads, results out in input order. */
@NullMarked
package dev.tranche.pipeline;

import org.jspecify.annotations.NullMarked;
