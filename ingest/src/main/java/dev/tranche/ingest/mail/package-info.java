/** Mails and boxes of mails. */
@NullMarked
package dev.tranche.ingest.mail;

import org.jspecify.annotations.NullMarked;
