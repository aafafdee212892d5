/** The server: one class a resource of the REST interface, the snapshot they show, and what guards them. */
@NullMarked
package dev.tranche.api;

import org.jspecify.annotations.NullMarked;
