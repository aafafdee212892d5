package dev.tranche.account;

import java.util.List;

/**
 * A page of the record of sign-ins.
 *
 * @param items the latest first
 * @param total how many are kept
 */
public record LoginPage(List<Login> items, int total) {

    /** Copies the list. */
    public LoginPage {
        items = List.copyOf(items);
    }
}
