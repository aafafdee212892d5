/** Web pages: main text in blocks, and what the markup says about them. Pure functions of the bytes. */
@NullMarked
package dev.tranche.ingest.page;

import org.jspecify.annotations.NullMarked;
