package dev.tranche.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the network addresses of a host. */
@FunctionalInterface
public interface Resolver {

    /** Returns all addresses of a host; throws if it has none. */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** Returns the resolver of this machine. */
    static Resolver ofSystem() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
