package dev.tranche.account;

/**
 * Where a call comes from, as far as it is noted.
 *
 * @param address the address on the network
 * @param agent the program, by its own name for itself; may be empty
 * @param device the mark that an earlier sign-in gave the device; empty when it sends none
 */
public record Client(String address, String agent, String device) {

    private static final int MOST_ADDRESS = 60;
    private static final int MOST_AGENT = 200;

    /** Builds a client without a mark. */
    public Client(String address, String agent) {
        this(address, agent, "");
    }

    /** Shortens what is too long and replaces what cannot be kept. */
    public Client {
        address = Shortened.of(address, MOST_ADDRESS);
        agent = Shortened.of(agent, MOST_AGENT);
    }
}
