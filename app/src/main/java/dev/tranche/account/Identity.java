package dev.tranche.account;

/**
 * Who is asking, as a session or a token shows.
 *
 * @param name the account
 * @param role what the caller may do now: the role of the account, or less for a token of less
 * @param isToken is it a program with a token, and not a person with a session?
 */
public record Identity(AccountName name, Role role, boolean isToken) {}
