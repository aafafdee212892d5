package dev.tranche.account;

import java.util.Optional;

/**
 * Who asks.
 *
 * @param name name of the account; without accounts the name that decisions carry
 * @param role what they may do
 * @param session hash of the session, for those who signed in on a page
 */
public record Caller(String name, Role role, Optional<String> session) {}
