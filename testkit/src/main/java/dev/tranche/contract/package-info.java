/** What every implementation of an interface of core must do, as tests that an implementation's test inherits. */
@NullMarked
package dev.tranche.contract;

import org.jspecify.annotations.NullMarked;
