package dev.tranche.official;

import dev.tranche.fact.Stage;
import dev.tranche.ingest.paper.OfficeFile;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.print.PartyCodes;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the values of cells as people and offices write them; an unclear one is refused with what to write instead. */
final class Cells {

    private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ].*)?");
    private static final Pattern NUMERIC = Pattern.compile("\\d{1,2}([/.-])\\d{1,2}\\1\\d{4}");
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?(E[+-]?\\d{1,2})?");
    private static final Pattern COMMAS = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern POINTS =
            Pattern.compile("-?\\d{1,3}(\\.\\d{3}){2,}(,\\d+)?|-?\\d{1,3}(\\.\\d{3})+,\\d+");
    private static final Pattern SPACES = Pattern.compile("-?\\d{1,3}([ \\u00a0\\u202f]\\d{3})+([.,]\\d+)?");

    private static final List<DateTimeFormatter> NAMED =
            List.of(named("d MMM uuuu"), named("d MMMM uuuu"), named("MMM d, uuuu"), named("MMMM d, uuuu"));

    private final Lexicon lexicon;
    private final PartyCodes parties;
    private final Words words;
    private final Map<String, String> threeLetters = new HashMap<>();
    private final Map<String, Optional<String>> known = new HashMap<>();

    Cells(Lexicon lexicon, Words words) {
        this.lexicon = lexicon;
        this.words = words;
        this.parties = new PartyCodes(lexicon);
        for (String code : Locale.getISOCountries()) {
            threeLetters.put(Locale.of("", code).getISO3Country(), code);
        }
    }

    private static DateTimeFormatter named(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    /** A value that cannot be read; the message follows the value and says what to write. */
    static final class Unclear extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unclear(String value, String why) {
            super("'" + (value.length() > 60 ? value.substring(0, 60) + "…" : value) + "' " + why);
        }
    }

    /** Reads a day. */
    static LocalDate day(String written) {
        String text = OfficeFile.day(written).strip();
        var iso = ISO.matcher(text.replace('/', '-'));
        try {
            if (iso.matches()) {
                return LocalDate.parse(iso.group(1));
            }
            if (NUMERIC.matcher(text).matches()) {
                return numeric(text);
            }
        } catch (DateTimeException none) {
            throw new Unclear(written, "is not a date in the calendar; write it as 2024-05-31.");
        }
        for (DateTimeFormatter format : NAMED) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeException other) {
                // The next form may fit.
            }
        }
        throw new Unclear(written, "is not a date; write it as 2024-05-31.");
    }

    /** If either number may be the month, the list must make it clear. */
    private static LocalDate numeric(String text) {
        String[] parts = text.split("[/.-]");
        int one = Integer.parseInt(parts[0]);
        int two = Integer.parseInt(parts[1]);
        int year = Integer.parseInt(parts[2]);
        if (text.contains(".") || one > 12 || one == two) {
            return LocalDate.of(year, two, one);
        }
        if (two > 12) {
            return LocalDate.of(year, one, two);
        }
        throw new Unclear(text, "could be either of two dates; write it as 2024-05-31.");
    }

    /** Reads an amount, in units of its column; it may be zero or negative. */
    BigDecimal amount(String written) {
        String text = written.strip()
                .replaceAll("^[\\p{Sc}\\p{L}]{0,4}\\p{Sc}?\\s*", "")
                .replaceAll("\\s*\\p{Sc}$", "");
        boolean isNegative = written.strip().startsWith("-") || written.strip().startsWith("(");
        text = text.replaceAll("[()]", "")
                .replaceFirst("^-", "")
                .replaceFirst("^\\p{Sc}\\s*", "")
                .strip();
        BigDecimal unit = BigDecimal.ONE;
        int space = text.lastIndexOf(' ');
        Optional<BigDecimal> stated = space < 0
                ? Optional.empty()
                : words.unit(text.substring(space + 1).toLowerCase(Locale.ROOT));
        if (stated.isPresent()) {
            unit = stated.get();
            text = text.substring(0, space).strip();
        }
        BigDecimal number = number(text, written).multiply(unit);
        return isNegative ? number.negate() : number;
    }

    private static BigDecimal number(String text, String written) {
        if (PLAIN.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        if (COMMAS.matcher(text).matches()) {
            return new BigDecimal(text.replace(",", ""));
        }
        if (POINTS.matcher(text).matches()) {
            return new BigDecimal(text.replace(".", "").replace(',', '.'));
        }
        if (SPACES.matcher(text).matches()) {
            return new BigDecimal(text.replaceAll("[ \\u00a0\\u202f]", "").replace(',', '.'));
        }
        throw new Unclear(written, "is not an amount; write one as 1250000 or 1,250,000.50.");
    }

    /** Reads a currency. */
    String currency(String written) {
        String code = written.strip().toUpperCase(Locale.ROOT);
        if (!lexicon.isCurrency(code)) {
            throw new Unclear(written, "is not the code of a known currency; write one such as USD.");
        }
        return code;
    }

    /** Returns the code of a state or body, by its code of two or three letters or one of its names. */
    Optional<String> find(String written) {
        return known.computeIfAbsent(written.strip(), name -> {
            Optional<String> found = name.isEmpty() || name.length() > 200 ? Optional.empty() : parties.find(name);
            return found.or(() -> Optional.ofNullable(threeLetters.get(name.toUpperCase(Locale.ROOT))));
        });
    }

    /** Reads a state or body. */
    String party(String written) {
        return find(written)
                .orElseThrow(() -> new Unclear(
                        written,
                        "is neither the code nor the name of a state or body; write a code such as DE, EU or IMF."));
    }

    /** Reads states or bodies between vertical bars or semicolons. */
    List<String> parties(String written) {
        List<String> codes = new ArrayList<>();
        for (String part : written.split("[|;]")) {
            if (!part.isBlank()) {
                codes.add(party(part));
            }
        }
        return codes.stream().distinct().toList();
    }

    /** Reads a stage. */
    static Stage stage(String written) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.slug().equals(written.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Unclear(
                        written,
                        "is not a stage; write one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Stage.values())
                                                .map(Stage::slug)
                                                .toList())
                                + "."));
    }
}
