package dev.tranche.store;

import dev.tranche.store.StoreException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

/** Writes the copy of a book that appears under its name only when it is whole and checked. */
final class Backup {

    private Backup() {}

    static Verification write(Store store, Path file) {
        BookAddress.InFile part = new BookAddress.InFile(file.resolveSibling(file.getFileName() + ".part"));
        try {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.deleteIfExists(part.path());
            try {
                copy(store, part);
                Verification checked = verify(part);
                try (FileChannel channel = FileChannel.open(part.path(), StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(part.path(), file);
                return checked;
            } finally {
                Files.deleteIfExists(part.path());
            }
        } catch (FileAlreadyExistsException there) {
            throw new StoreException(
                    Reason.FAILED, file + ": the file exists; a backup replaces none. Name another file.", there);
        } catch (IOException failed) {
            throw new StoreException(
                    Reason.FAILED, file + ": the backup cannot be written: " + failed.getMessage() + ".", failed);
        }
    }

    private static void copy(Store store, BookAddress.InFile part) {
        switch (store.address()) {
            case BookAddress.InFile file -> {
                store.copyTo(part);
                // A copy is passed on more easily than a server: nobody's password goes along.
                AccountStore.erase(part);
            }
            case BookAddress.OnServer server -> {
                try (Store copy = Store.open(part, Access.WRITE, InstantSource.system())) {
                    copy.addAll(store);
                }
            }
        }
    }

    private static Verification verify(BookAddress.InFile part) {
        try (Store copy = Store.open(part, Access.READ, InstantSource.system())) {
            return copy.verify();
        }
    }
}
