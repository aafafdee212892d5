package dev.tranche.eval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often intervals stated to contain the true day with some probability do contain it; not safe for several threads.
 *
 * <p>The intervals of a well-calibrated dater contain the true day as often as stated, for every probability.
 */
public final class Calibration {

    /** The probabilities measured, in per cent. */
    public static final List<Integer> SHARES = List.of(50, 80, 90, 97);

    private static final int SIZE = 420;
    private static final int MARGIN = 60;
    private static final int LEAST_SHARE = 40;
    private static final List<String> COLOURS = List.of("#1b6ca8", "#c0392b", "#2e8b57", "#8e5ea2");

    private final Map<String, int[]> groups = new TreeMap<>();

    /**
     * Adds a report.
     *
     * @param group the group it is counted in
     * @param inside for each of {@link #SHARES}, whether the interval contains the true day
     */
    public void add(String group, List<Boolean> inside) {
        int[] counts = groups.computeIfAbsent(group, absent -> new int[SHARES.size() + 1]);
        counts[SHARES.size()]++;
        for (int i = 0; i < SHARES.size(); i++) {
            counts[i] += inside.get(i) ? 1 : 0;
        }
    }

    /** Returns a line for each group: its number of reports, and the true share for each stated one. */
    public String text() {
        StringBuilder text = new StringBuilder();
        groups.forEach((group, counts) -> {
            text.append(String.format(Locale.ROOT, "calibration of %s, %d reports:", group, counts[SHARES.size()]));
            for (int i = 0; i < SHARES.size(); i++) {
                text.append(String.format(
                        Locale.ROOT, " %d %% → %.1f %%", SHARES.get(i), 100.0 * counts[i] / counts[SHARES.size()]));
            }
            text.append('\n');
        });
        return text.toString();
    }

    /** Returns a chart of stated and true shares, with a line for each group and the diagonal of perfect calibration. */
    public String svg() {
        StringBuilder svg = new StringBuilder();
        int side = SIZE + 2 * MARGIN;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(side + 140)
                .append(' ')
                .append(side)
                .append("\" font-family=\"sans-serif\" font-size=\"13\">\n")
                .append("<title>Stated and true share of intervals that hold the day of publication</title>\n")
                .append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        for (int share = LEAST_SHARE; share <= 100; share += 10) {
            line(svg, x(share), y(LEAST_SHARE), x(share), y(100), "#dddddd", "");
            line(svg, x(LEAST_SHARE), y(share), x(100), y(share), "#dddddd", "");
            text(svg, x(share), y(LEAST_SHARE) + 20, "middle", share + " %", "#444444");
            text(svg, x(LEAST_SHARE) - 8, y(share) + 4, "end", share + " %", "#444444");
        }
        line(svg, x(LEAST_SHARE), y(LEAST_SHARE), x(100), y(100), "#888888", " stroke-dasharray=\"5 4\"");
        text(svg, x(70), y(LEAST_SHARE) + 44, "middle", "stated share", "#222222");
        text(svg, x(LEAST_SHARE), y(100) - 14, "middle", "true share", "#222222");
        int at = 0;
        for (Map.Entry<String, int[]> group : groups.entrySet()) {
            group(svg, group.getKey(), group.getValue(), at++);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void group(StringBuilder svg, String name, int[] counts, int at) {
        String colour = COLOURS.get(at % COLOURS.size());
        for (int i = 0; i < SHARES.size(); i++) {
            double share = 100.0 * counts[i] / counts[SHARES.size()];
            if (i > 0) {
                double before = 100.0 * counts[i - 1] / counts[SHARES.size()];
                line(svg, x(SHARES.get(i - 1)), y(before), x(SHARES.get(i)), y(share), colour, "");
            }
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>\n",
                    x(SHARES.get(i)),
                    y(share),
                    colour));
        }
        String legend = name + ", " + counts[SHARES.size()];
        text(svg, x(100) + 14, y(100) + 20.0 * at + 10, "start", legend, colour);
    }

    private static double x(double share) {
        return MARGIN + (share - LEAST_SHARE) * SIZE / (100 - LEAST_SHARE);
    }

    private static double y(double share) {
        return MARGIN + SIZE - (Math.max(LEAST_SHARE, share) - LEAST_SHARE) * SIZE / (100 - LEAST_SHARE);
    }

    private static void line(
            StringBuilder svg, double x1, double y1, double x2, double y2, String colour, String more) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>\n",
                x1,
                y1,
                x2,
                y2,
                colour,
                more));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String words, String colour) {
        String plain = words.replace("&", "&amp;").replace("<", "&lt;");
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n",
                x,
                y,
                anchor,
                colour,
                plain));
    }
}
