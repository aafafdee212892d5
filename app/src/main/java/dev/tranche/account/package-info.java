/** Who may use the server: accounts with passwords and roles, sessions, tokens, and the record of sign-ins. */
@NullMarked
package dev.tranche.account;

import org.jspecify.annotations.NullMarked;
