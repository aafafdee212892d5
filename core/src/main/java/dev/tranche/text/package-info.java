/** Text with offsets: documents, spans, tokens and sentences, and no meaning. */
@NullMarked
package dev.tranche.text;

import org.jspecify.annotations.NullMarked;
