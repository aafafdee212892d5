/** The server: one class for each resource of the REST interface, the snapshot they show, and what guards them. */
@NullMarked
package dev.tranche.api;

import org.jspecify.annotations.NullMarked;
