package dev.tranche.store;

import dev.tranche.store.StoreException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes a copy of a book, which appears under its name only once it is complete and verified. */
final class Backup {

    private static final String PART = ".part";
    private static final List<String> BESIDE = List.of("", "-journal", "-wal", "-shm");
    private static final AtomicLong PARTS = new AtomicLong();

    private Backup() {}

    private static void remove(Path part) throws IOException {
        for (String ending : BESIDE) {
            Files.deleteIfExists(part.resolveSibling(part.getFileName() + ending));
        }
    }

    /** Removes the leftovers of interrupted backups to this name. */
    private static void removeLeft(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        Pattern form = Pattern.compile(
                Pattern.quote(String.valueOf(file.getFileName())) + "\\.([0-9]{1,10})-[0-9]+\\.part(?:-[a-z]+)?");
        List<Path> left = new ArrayList<>();
        try (Stream<Path> beside = Files.list(folder)) {
            beside.forEach(each -> {
                Matcher named = form.matcher(String.valueOf(each.getFileName()));
                if (named.matches()
                        && ProcessHandle.of(Long.parseLong(named.group(1))).isEmpty()) {
                    left.add(each);
                }
            });
        }
        for (Path each : left) {
            Files.deleteIfExists(each);
        }
    }

    static Verification write(Store store, Path file) {
        // With the process id, so that two backups to one name do not write to each other's part.
        long process = ProcessHandle.current().pid();
        BookAddress.InFile part = new BookAddress.InFile(
                file.resolveSibling(file.getFileName() + "." + process + "-" + PARTS.incrementAndGet() + PART));
        try {
            removeLeft(file);
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            try {
                copy(store, part);
                Verification checked = verify(part);
                try (FileChannel channel = FileChannel.open(part.path(), StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(part.path(), file);
                return checked;
            } finally {
                remove(part.path());
            }
        } catch (FileAlreadyExistsException there) {
            throw new StoreException(
                    Reason.FAILED,
                    file + ": the file already exists, and a backup does not replace it. Name another" + " file.",
                    there);
        } catch (IOException failed) {
            throw new StoreException(
                    Reason.FAILED, file + ": the backup cannot be written: " + failed.getMessage() + ".", failed);
        }
    }

    private static void copy(Store store, BookAddress.InFile part) {
        switch (store.address()) {
            case BookAddress.InFile file -> {
                store.copyTo(part);
                // A copy is passed on more easily than a server: passwords are not included.
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
