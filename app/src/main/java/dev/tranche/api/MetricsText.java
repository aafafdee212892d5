package dev.tranche.api;

/** Writes measurements in the text format of Prometheus, version 0.0.4. */
final class MetricsText {

    /** The media type of the format. */
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    /**
     * Begins a measurement; its values follow.
     *
     * @param type {@code gauge} for what rises and falls, {@code counter}, or {@code histogram}
     */
    MetricsText begin(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    /** Adds a value; labels are names and values in turn. */
    MetricsText value(String name, Number value, String... labels) {
        text.append(name);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? "{" : ",").append(labels[i]).append("=\"");
            text.append(escaped(labels[i + 1])).append('"');
        }
        text.append(labels.length == 0 ? " " : "} ").append(value).append('\n');
        return this;
    }

    /** Adds a measurement of one value. */
    MetricsText gauge(String name, String help, Number value) {
        return begin(name, "gauge", help).value(name, value);
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
