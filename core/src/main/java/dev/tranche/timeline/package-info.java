/** What reports tell together: encounters and statements merged over reports, and what a counted row shows to be missing. */
@NullMarked
package dev.tranche.timeline;

import org.jspecify.annotations.NullMarked;
