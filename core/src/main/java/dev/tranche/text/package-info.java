/** Text with offsets: documents, spans, tokens and sentences, without meaning. */
@NullMarked
package dev.tranche.text;

import org.jspecify.annotations.NullMarked;
