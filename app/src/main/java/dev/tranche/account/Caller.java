package dev.tranche.account;

/**
 * Who is asking, as a session or a token shows.
 *
 * @param name the account; without accounts, the name that decisions carry
 * @param role what the caller may do now: the role of the account, or less for a token of less
 * @param isToken whether it is a program with a token rather than a person with a session
 */
public record Caller(AccountName name, Role role, boolean isToken) {}
