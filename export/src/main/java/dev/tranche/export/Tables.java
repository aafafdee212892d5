package dev.tranche.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All tables of an export, in the order in which they are shown. */
final class Tables {

    private Tables() {}

    /** Returns the cover, the tables of contents and the code book. */
    static List<Table<?>> all(Exported book) {
        List<Table<?>> content = content(book, false);
        List<Table<?>> tables = new ArrayList<>();
        tables.add(cover(book));
        tables.addAll(content);
        tables.add(codeBook(book, content));
        return tables;
    }

    /** Returns the tables of what was selected, including the words behind each cell. */
    static List<Table<?>> withCells(Exported book) {
        return content(book, true);
    }

    private static List<Table<?>> content(Exported book, boolean withCells) {
        List<Table<?>> tables = new ArrayList<>();
        add(tables, book, EntryTable.of(book));
        add(tables, book, SourceTable.of(book));
        if (withCells && has(book, EntryTable.NAME)) {
            tables.add(CellTable.of(book));
        }
        add(tables, book, StoryTables.encounters(book));
        add(tables, book, StoryTables.statements(book));
        add(tables, book, StoryTables.figures(book));
        add(tables, book, TrustTables.audit(book));
        add(tables, book, TrustTables.contradictions(book));
        add(tables, book, TrustTables.decisions(book));
        add(tables, book, NameTable.of(book));
        add(tables, book, ReportTable.of(book));
        add(tables, book, TaskTable.of(book));
        book.proposals().ifPresent(proposals -> add(tables, book, ProposalTable.of(book, proposals)));
        book.gifts().ifPresent(gifts -> add(tables, book, GiftTable.of(book, gifts)));
        return tables;
    }

    private static void add(List<Table<?>> tables, Exported book, Table<?> table) {
        if (has(book, table.name())) {
            tables.add(table);
        }
    }

    private static boolean has(Exported book, String table) {
        return book.tables().isEmpty() || book.tables().contains(table);
    }

    /**
     * A line of the cover.
     *
     * @param what its heading
     * @param value its value
     */
    private record Line(String what, Value value) {}

    private static Table<Line> cover(Exported book) {
        return new Table<>(
                "cover",
                "What this export is.",
                List.of(
                        new Column<>("what", Column.Kind.TEXT, "Heading.", line -> Value.of(line.what())),
                        new Column<>("value", Column.Kind.TEXT, "What it says.", Line::value)),
                () -> lines(book).stream());
    }

    private static List<Line> lines(Exported book) {
        Cover cover = book.cover();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("published by", Value.of(cover.publisher().name())));
        lines.add(new Line(
                "made on",
                new Value.Day(cover.made().atZone(java.time.ZoneOffset.UTC).toLocalDate())));
        lines.add(new Line("program", Value.of("Tranche " + cover.version())));
        lines.add(new Line("state of the book", Value.of(cover.head())));
        String nothingFiltered = book.tables().isEmpty() ? "none: everything" : "none: the whole list of a page";
        String filters = cover.filters().isEmpty() ? nothingFiltered : String.join("; ", cover.filters());
        lines.add(new Line("filters", Value.of(filters)));
        cover.counts().forEach((name, count) -> {
            if (has(book, name.equals("equations") ? "audit" : name)) {
                lines.add(new Line("number of " + name, Value.of(count)));
            }
        });
        lines.add(new Line("entries counted in sums", Value.of(cover.counted())));
        cover.sums().byCurrency().forEach((currency, sum) -> lines.add(new Line("sum in " + currency, Value.of(sum))));
        lines.add(new Line("terms of use", Value.of(cover.licence())));
        return lines;
    }

    /**
     * A line of the code book.
     *
     * @param table the table, or the kind of code
     * @param name the column or code
     * @param kind its type
     * @param meaning its meaning
     */
    private record Code(String table, String name, String kind, String meaning) {}

    private static Table<Code> codeBook(Exported book, List<Table<?>> tables) {
        Supplier<Stream<Code>> rows = () -> Stream.concat(
                tables.stream().flatMap(Tables::describe),
                book.codes().entrySet().stream().map(code -> named(code, book)));
        return Table.<Code>of("code_book", "What the columns and codes mean.")
                .text("table", "Table, or kind of code.", Code::table)
                .text("name", "Column or code; empty for the table itself.", Code::name)
                .text("kind", "What it holds.", Code::kind)
                .text("meaning", "What it means.", Code::meaning)
                .rows(rows);
    }

    private static Stream<Code> describe(Table<?> table) {
        return Stream.concat(
                Stream.of(new Code(table.name(), "", "table", table.about())),
                table.columns().stream()
                        .map(column -> new Code(
                                table.name(),
                                column.name(),
                                column.kind().name().toLowerCase(java.util.Locale.ROOT),
                                column.meaning())));
    }

    private static Code named(Map.Entry<String, String> code, Exported book) {
        return new Code("party", code.getKey(), book.isState(code.getKey()) ? "state" : "body", code.getValue());
    }
}
