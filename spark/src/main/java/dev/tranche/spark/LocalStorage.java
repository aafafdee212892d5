package dev.tranche.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files on a disk that all machines of the cluster see under the same name. */
final class LocalStorage implements Storage {

    @Override
    public List<Found> list(String path) throws IOException {
        Path file = path(path);
        if (Files.isDirectory(file)) {
            return below(file);
        }
        if (Files.exists(file)) {
            return List.of(found(file));
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent) || path.indexOf('*') < 0) {
            return List.of();
        }
        PathMatcher pattern = parent.getFileSystem().getPathMatcher("glob:" + file.getFileName());
        List<Found> fitting = new ArrayList<>();
        for (Found each : below(parent)) {
            Path one = Path.of(each.path());
            if (parent.equals(one.getParent()) && pattern.matches(one.getFileName())) {
                fitting.add(each);
            }
        }
        return fitting;
    }

    private static List<Found> below(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder.toAbsolutePath(), FileVisitOption.FOLLOW_LINKS)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.toAbsolutePath().relativize(file)))
                    .sorted(Comparator.comparing(file ->
                            folder.toAbsolutePath().relativize(file).toString().replace('\\', '/')))
                    .toList();
        }
        List<Found> found = new ArrayList<>();
        for (Path file : files) {
            found.add(found(file));
        }
        return found;
    }

    private static boolean isHidden(Path inside) {
        for (Path part : inside) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static Found found(Path file) throws IOException {
        return new Found(
                file.toAbsolutePath().toString(),
                Files.size(file),
                Files.getLastModifiedTime(file).toMillis());
    }

    private static Path path(String path) {
        return Path.of(Storage.bare(path));
    }

    @Override
    public InputStream open(String path, long offset) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(path(path));
        return Channels.newInputStream(channel.position(offset));
    }

    @Override
    public OutputStream create(String path) throws IOException {
        Path file = path(path).toAbsolutePath();
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return Files.newOutputStream(file);
    }

    @Override
    public void move(String from, String to) throws IOException {
        Path target = path(to).toAbsolutePath();
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.move(path(from), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public boolean exists(String path) {
        return Files.exists(path(path));
    }

    @Override
    public void remove(String path) throws IOException {
        Path top = path(path);
        if (!Files.exists(top)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(top)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }
}
