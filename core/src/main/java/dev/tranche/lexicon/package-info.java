/** Names and cue words as data, and the dictionary pass that finds them. */
@NullMarked
package dev.tranche.lexicon;

import org.jspecify.annotations.NullMarked;
