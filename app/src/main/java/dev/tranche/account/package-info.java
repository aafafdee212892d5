/** Who may do what: accounts, sessions, tokens, roles. */
@NullMarked
package dev.tranche.account;

import org.jspecify.annotations.NullMarked;
