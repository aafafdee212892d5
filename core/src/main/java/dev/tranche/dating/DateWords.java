package dev.tranche.dating;

import dev.tranche.mention.OrdinalWords;
import dev.tranche.text.Folding;
import dev.tranche.text.Tokens;

/**
 * The words that make up dates, each with its kind and value, in one table by folded hash.
 *
 * <p>Months and weekdays are known in English, German, Dutch, French, Spanish, Italian, Portuguese, Polish, Czech,
 * Swedish, Norwegian, Danish, Ukrainian and Russian; all other words in English.
 */
final class DateWords {

    /** What a word does in a date. */
    enum Kind {
        MONTH,
        FOREIGN_MONTH,
        WEEKDAY,
        UNIT,
        SEASON,
        NUMBER,
        SOME,
        DAY,
        WHICH,
        DAYTIME,
        PART,
        AGO,
        NEW,
        ORDINAL,
        FISCAL,
        HALF,
        EDGE,
        THE,
        NUMBERED_ENDING,
        QUARTER_CODE,
        HALF_CODE,
        HOLIDAY,
        HOLIDAY_DAY,
        FISCAL_CODE,
        OVERNIGHT
    }

    /** Values of {@link Kind#PART} and {@link Kind#EDGE}. */
    static final int EARLY = 1;

    static final int MID = 2;
    static final int LATE = 3;
    static final int START = 4;
    static final int END = 5;
    static final int EARLIER = 6;
    static final int LATER = 7;

    /** Values of {@link Kind#WHICH}. */
    static final int LAST = -1;

    static final int THIS = 0;
    static final int NEXT = 1;
    static final int PAST = 2;
    static final int COMING = 3;
    static final int PREVIOUS = 4;
    static final int FOLLOWING = 5;
    static final int SAME = 6;
    static final int RECENT = 7;

    /** Value of {@link Kind#ORDINAL} for the last one. */
    static final int FINAL = -1;

    /** Value of {@link Kind#NUMBERED_ENDING} for "4Q". */
    static final int QUARTER_ENDING = 2;

    private static final Kind[] KINDS = Kind.values();
    private static final int FIRST_FISCAL = 2000;
    private static final int LAST_FISCAL = 2040;
    private static final int BIAS = 1 << 12;
    private static final int SLOTS = 1 << 12;
    private static final long[] KEYS = new long[SLOTS];
    private static final int[] CODES = new int[SLOTS];

    static {
        list(
                Kind.MONTH,
                1,
                "january jan",
                "february feb",
                "march mar",
                "april apr",
                "may",
                "june jun",
                "july jul",
                "august aug",
                "september sep sept",
                "october oct",
                "november nov",
                "december dec");
        list(
                Kind.FOREIGN_MONTH,
                1,
                "januar januari jänner janvier enero gennaio janeiro stycznia styczniu styczeń ledna leden января"
                        + " январь январе січня січень січні",
                "februar februari février febrero febbraio fevereiro lutego lutym luty února únor февраля февраль"
                        + " феврале лютого лютий лютому",
                "märz maart mars marzo março marca marcu marzec března březen марта март марте березня березень"
                        + " березні",
                "avril abril aprile kwietnia kwietniu kwiecień dubna duben апреля апрель апреле квітня квітень квітні",
                "mai mei mayo maggio maio maja maju maj května květen мая май мае травня травень травні",
                "juni juin junio giugno junho czerwca czerwcu czerwiec června červen июня июнь июне червня червень"
                        + " червні",
                "juli juillet julio luglio julho lipca lipcu lipiec července červenec июля июль июле липня липень"
                        + " липні",
                "augusti augustus août agosto sierpnia sierpniu sierpień srpna srpen августа август августе серпня"
                        + " серпень серпні",
                "septembre septiembre settembre setembro września wrześniu wrzesień září сентября сентябрь сентябре"
                        + " вересня вересень вересні",
                "oktober octobre octubre ottobre outubro października październiku październik října říjen октября"
                        + " октябрь октябре жовтня жовтень жовтні",
                "novembre noviembre novembro listopada listopadzie listopad listopadu ноября ноябрь ноябре листопада"
                        + " листопад листопаді",
                "dezember décembre diciembre dicembre dezembro desember grudnia grudniu grudzień prosince prosinec"
                        + " декабря декабрь декабре грудня грудень грудні");
    }

    static {
        list(
                Kind.WEEKDAY,
                1,
                "monday mon montag lundi lunes lunedì poniedziałek poniedziałku måndag mandag понедельник понеділок",
                "tuesday tue tues dienstag mardi martes martedì wtorek wtorku tisdag tirsdag вторник вівторок",
                "wednesday wed mittwoch mercredi miércoles mercoledì środa środę środy onsdag среда среду середа"
                        + " середу",
                "thursday thu thur thurs donnerstag jeudi jueves giovedì czwartek czwartku torsdag четверг четвер",
                "friday fri freitag vendredi viernes venerdì piątek piątku fredag пятница пятницу п'ятницю",
                "saturday sat samstag samedi sábado sabato sobota sobotę soboty lördag lørdag суббота субботу суботу",
                "sunday sun sonntag dimanche domingo domenica niedziela niedzielę niedzieli söndag søndag воскресенье"
                        + " неділю");
        list(
                Kind.UNIT,
                0,
                "day days",
                "weekend weekends",
                "week weeks",
                "month months",
                "quarter quarters",
                "",
                "",
                "year years",
                "decade decades",
                "century centuries",
                "fortnight");
        list(Kind.SEASON, 1, "spring springtime", "summer summertime", "autumn fall", "winter wintertime");
    }

    static {
        list(
                Kind.NUMBER,
                1,
                "a an one",
                "two couple",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen",
                "twenty");
        list(Kind.NUMBER, 30, "thirty");
        list(Kind.NUMBER, 40, "forty");
        list(Kind.NUMBER, 50, "fifty");
        list(Kind.SOME, 1, "several some few many");
        list(Kind.DAY, -1, "yesterday wczoraj", "today tonight dziś dzisiaj", "tomorrow jutro");
        list(Kind.WHICH, LAST, "last", "this", "next", "past", "coming upcoming", "previous preceding prior");
        list(Kind.WHICH, FOLLOWING, "following subsequent", "same that", "recent");
        list(Kind.DAYTIME, 1, "morning afternoon evening night noon midday midnight lunchtime dawn");
        list(Kind.PART, EARLY, "early", "mid middle", "late", "", "", "earlier", "later");
        list(Kind.EDGE, START, "start beginning", "end close");
        list(Kind.NEW, 1, "new");
        list(Kind.AGO, 1, "ago", "hence");
        list(Kind.FISCAL, 1, "fiscal fy financial budget");
        list(Kind.HALF, 1, "half");
        list(Kind.ORDINAL, 1, OrdinalWords.UNITS.toArray(String[]::new));
    }

    static {
        list(Kind.QUARTER_CODE, 1, "q1", "q2", "q3", "q4");
        list(Kind.HALF_CODE, 1, "h1", "h2");
        list(Kind.THE, 1, "the");
        list(Kind.OVERNIGHT, 1, "overnight");
        list(Kind.ORDINAL, FINAL, "final");
        list(Kind.NUMBERED_ENDING, 1, "st nd rd th", "q");
        list(Kind.HOLIDAY, 1225, "christmas xmas");
        list(Kind.HOLIDAY, 1031, "halloween");
        list(Kind.HOLIDAY, Holidays.EASTER, "easter");
        list(Kind.HOLIDAY, Holidays.THANKSGIVING, "thanksgiving");
        list(Kind.HOLIDAY_DAY, Holidays.GOOD_FRIDAY, "good");
        list(Kind.HOLIDAY_DAY, Holidays.LABOR_DAY, "labor", "memorial", "columbus");
        list(Kind.HOLIDAY_DAY, 1111, "veterans");
        list(Kind.HOLIDAY_DAY, 1226, "boxing");
        list(Kind.HOLIDAY_DAY, 214, "valentine");
        for (int year = FIRST_FISCAL; year <= LAST_FISCAL; year++) {
            add(Folding.hash("fy" + year), code(Kind.FISCAL_CODE, year));
            add(Folding.hash("fy" + year % 100), code(Kind.FISCAL_CODE, year));
        }
    }

    private DateWords() {}

    /** Returns the code of a token: 0 for a word that has no part in dates. */
    static int code(Tokens tokens, int token) {
        if (token < 0 || token >= tokens.size() || !tokens.isWord(token)) {
            return 0;
        }
        long hash = tokens.hash(token);
        int slot = slot(hash);
        while (CODES[slot] != 0) {
            if (KEYS[slot] == hash) {
                return CODES[slot];
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return 0;
    }

    /** Returns the kind of a code that is not 0. */
    static Kind kind(int code) {
        return KINDS[(code >> 16) - 1];
    }

    /** Returns the value of a code. */
    static int value(int code) {
        return (code & 0xffff) - BIAS;
    }

    private static void list(Kind kind, int first, String... rows) {
        int value = first;
        for (String row : rows) {
            if (!row.isEmpty()) {
                for (String word : row.split(" ")) {
                    add(Folding.hash(word), code(kind, value));
                }
            }
            value++;
        }
    }

    private static int code(Kind kind, int value) {
        return (kind.ordinal() + 1) << 16 | (value + BIAS);
    }

    /** A word keeps the first role assigned to it. */
    private static void add(long hash, int code) {
        int slot = slot(hash);
        while (CODES[slot] != 0) {
            if (KEYS[slot] == hash) {
                return;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        KEYS[slot] = hash;
        CODES[slot] = code;
    }

    private static int slot(long hash) {
        return (int) (hash ^ hash >>> 29) & (SLOTS - 1);
    }
}
