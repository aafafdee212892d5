package dev.tranche.account;

/**
 * Where a call comes from, as far as it is noted.
 *
 * @param address the address on the network
 * @param agent the program, as it names itself; may be empty
 */
public record Client(String address, String agent) {

    private static final int MOST_ADDRESS = 60;
    private static final int MOST_AGENT = 200;

    /** Shortens what is too long and replaces what cannot be kept. */
    public Client {
        address = Shortened.of(address, MOST_ADDRESS);
        agent = Shortened.of(agent, MOST_AGENT);
    }
}
