package dev.tranche.export;

import java.io.IOException;

/** Parquet: typed, compressed tables for notebooks and databases, one file each. */
public final class ParquetTables implements Format {

    private static final About ABOUT = About.archive(
            "parquet", "Tables for analysis (Parquet)", "tranche-parquet.zip", About.Part.LEDGER, About.Part.STORY);

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void write(Exported book, Parts to) throws IOException {
        for (Table<?> table : Tables.withCells(book)) {
            try (ParquetWriter parquet = new ParquetWriter(to.open(table.name() + ".parquet"), table)) {
                table.forEach(parquet::add);
                parquet.complete(book.cover());
            }
        }
    }
}
