package dev.tranche.export;

import dev.tranche.text.DocumentId;
import dev.tranche.timeline.NameBook;
import java.util.stream.Collectors;

/** The table of names: one row for each person, body, place and piece of equipment named in reports. */
final class NameTable {

    private NameTable() {}

    static Table<NameBook.Entry> of(Exported book) {
        return Table.<NameBook.Entry>of("names", "One row for each name, however reports spell it.")
                .text("kind", "What it names.", entry -> entry.kind().slug())
                .text("id", "Slug or code, the same in every export.", NameBook.Entry::id)
                .text("name", "The name as shown.", NameBook.Entry::name)
                .text("office", "Office of a person, in the words of a report.", NameBook.Entry::office)
                .maybe("country", "Code of its state or body.", NameBook.Entry::country)
                .maybe(
                        "country_name",
                        "Name of that state or body.",
                        entry -> entry.country().map(book::nameOf))
                .text("spellings", "Other forms.", entry -> EntryTable.join(entry.spellings()))
                .count(
                        "reports",
                        "How many reports name it.",
                        entry -> entry.reports().size())
                .count("places", "How often it occurs in them.", NameBook.Entry::spans)
                .text(
                        "report_ids",
                        "Ids of these reports.",
                        entry -> entry.reports().stream().map(DocumentId::value).collect(Collectors.joining("|")))
                .rows(book::names);
    }
}
