/** Web archives like those of a news crawl, written for tests and measurements. */
@NullMarked
package dev.tranche.crawl;

import org.jspecify.annotations.NullMarked;
