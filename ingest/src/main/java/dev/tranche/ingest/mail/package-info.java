/** Email messages and mailboxes. */
@NullMarked
package dev.tranche.ingest.mail;

import org.jspecify.annotations.NullMarked;
