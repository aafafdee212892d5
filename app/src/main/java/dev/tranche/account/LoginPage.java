package dev.tranche.account;

import java.util.List;
import java.util.OptionalLong;

/**
 * A part of the record of sign-ins.
 *
 * @param items the latest first
 * @param next what to give for the page after this one; empty on the last
 * @param total how many are kept
 */
public record LoginPage(List<Login> items, OptionalLong next, long total) {

    /** Copies the list. */
    public LoginPage {
        items = List.copyOf(items);
    }
}
