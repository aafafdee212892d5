package dev.tranche.ingest.fetch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The response of a server.
 *
 * @param address the address that answered, after the redirections that were followed
 * @param moved the address to use from now on, if the first one has moved permanently
 * @param status the status, such as 200
 * @param headers the headers by their names in lower case
 * @param body what was sent, decoded; empty if there was none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and copying megabytes would gain nothing.
public record Answer(
        String address, Optional<String> moved, int status, Map<String, List<String>> headers, byte[] body) {

    /** Copies the headers. */
    public Answer {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = Map.copyOf(lower);
    }

    /** Returns the same response as that of an address that has moved permanently to this one. */
    Answer asMoved() {
        return new Answer(address, Optional.of(address), status, headers, body);
    }

    /** Returns the first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** Returns the encoding that the server named for a text. */
    public Optional<String> encoding() {
        return header("content-type").flatMap(Answer::charset);
    }

    private static Optional<String> charset(String type) {
        int at = type.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return Optional.empty();
        }
        String name = type.substring(at + 8).split(";", 2)[0].strip().replace("\"", "");
        return Optional.of(name).filter(each -> !each.isEmpty());
    }
}
