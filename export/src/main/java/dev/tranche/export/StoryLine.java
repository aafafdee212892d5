package dev.tranche.export;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** TimelineJS: entries and encounters as slides, for the timelines of the Knight Lab. */
public final class StoryLine implements Format {

    private static final About ABOUT = About.file(
            "timelinejs", "Timeline for websites (TimelineJS)", "timeline.json", "application/json", About.Part.STORY);

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void write(Exported book, Parts to) throws IOException {
        try (JsonOut json = new JsonOut(to.open(about().fileName()))) {
            json.object(() -> {
                json.object(
                        "title",
                        () -> json.object("text", () -> {
                            json.text(
                                    "headline",
                                    Xml.text(book.cover().publisher().name()));
                            json.text(
                                    "text",
                                    Xml.text(String.join("; ", book.cover().filters())));
                        }));
                json.array("events", () -> {
                    try (Stream<Happening> all = Happening.of(book)) {
                        all.forEachOrdered(one -> json.object(() -> slide(one, json)));
                    }
                });
            });
        }
    }

    /** Describes what the file omits. */
    @Override
    public List<String> remarks(Exported book) {
        long shown;
        try (Stream<Happening> all = Happening.of(book)) {
            shown = all.count();
        }
        return Happening.remarks(book, shown, "refused, or their day is not known.");
    }

    /** Texts are HTML there, so words of reports are escaped. */
    private static void slide(Happening one, JsonOut json) {
        json.text("unique_id", one.id());
        json.text("group", one.group());
        LocalDate from = one.date().from().orElseThrow();
        json.object("start_date", () -> day(from, json));
        one.date().to().filter(to -> !to.equals(from)).ifPresent(to -> json.object("end_date", () -> day(to, json)));
        json.text("display_date", one.date().isOneDay() ? "" : one.date().edtf());
        json.object("text", () -> {
            json.text("headline", Xml.text(one.headline()));
            json.text(
                    "text",
                    one.words().isEmpty()
                            ? ""
                            : "<blockquote>" + Xml.text(one.words()) + "</blockquote>" + source(one));
        });
    }

    /** A report is named by its outlet, else by its address. */
    private static String source(Happening one) {
        String name = Xml.text(one.outlet().isEmpty() ? one.address().orElse("") : one.outlet());
        String linked = one.address()
                .map(address -> "<a href=\"" + Xml.text(address) + "\">" + name + "</a>")
                .orElse(name);
        return name.isEmpty() ? "" : "<p>" + linked + "</p>";
    }

    private static void day(LocalDate day, JsonOut json) {
        json.number("year", day.getYear());
        json.number("month", day.getMonthValue());
        json.number("day", day.getDayOfMonth());
    }
}
