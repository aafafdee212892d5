package dev.tranche.export;

import java.io.IOException;

/** One workbook for spreadsheet programs (Office Open XML), with a sheet for each table. */
public final class Workbook implements Format {

    private static final About ABOUT = About.file(
            "xlsx",
            "Workbook (XLSX)",
            "tranche.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            About.Part.LEDGER,
            About.Part.STORY);

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void write(Exported book, Parts to) throws IOException {
        try (XlsxWriter sheets = new XlsxWriter(to.open(about().fileName()))) {
            for (Table<?> table : Tables.all(book)) {
                sheets.add(table);
            }
            sheets.complete(book.cover());
        }
    }
}
