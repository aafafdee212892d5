package dev.tranche.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Files in a store that Hadoop knows: {@code hdfs}, {@code s3a}, {@code gs}, {@code abfs}… */
final class HadoopStorage implements Storage {

    private final Configuration configuration;

    HadoopStorage(Map<String, String> settings) {
        configuration = new Configuration();
        settings.forEach(configuration::set);
    }

    private FileSystem system(Path path) throws IOException {
        return path.getFileSystem(configuration);
    }

    @Override
    public List<Found> list(String path) throws IOException {
        Path top = new Path(path);
        FileStatus[] fitting = system(top).globStatus(top);
        List<Found> found = new ArrayList<>();
        for (FileStatus one : fitting == null ? new FileStatus[] {} : fitting) {
            boolean named = one.getPath().getName().equals(top.getName());
            if (one.getPath().getName().startsWith(".") && !named) {
                continue;
            }
            if (!one.isDirectory()) {
                found.add(found(one));
                continue;
            }
            List<Found> below = new ArrayList<>();
            RemoteIterator<LocatedFileStatus> files = system(top).listFiles(one.getPath(), true);
            while (files.hasNext()) {
                LocatedFileStatus file = files.next();
                String inside = file.getPath()
                        .toString()
                        .substring(one.getPath().toString().length());
                if (!inside.contains("/.")) {
                    below.add(found(file));
                }
            }
            below.sort(Comparator.comparing(Found::path));
            found.addAll(below);
        }
        return found;
    }

    private static Found found(FileStatus file) {
        return new Found(file.getPath().toString(), file.getLen(), file.getModificationTime());
    }

    @Override
    public InputStream open(String path, long offset) throws IOException {
        Path file = new Path(path);
        FSDataInputStream in = system(file).open(file);
        in.seek(offset);
        return in;
    }

    @Override
    public OutputStream create(String path) throws IOException {
        Path file = new Path(path);
        return system(file).create(file, true);
    }

    @Override
    public void move(String from, String to) throws IOException {
        Path source = new Path(from);
        Path target = new Path(to);
        FileSystem system = system(target);
        system.mkdirs(target.getParent());
        system.delete(target, false);
        if (!system.rename(source, target)) {
            throw new IOException(from + " cannot be renamed to " + to);
        }
    }

    @Override
    public boolean exists(String path) throws IOException {
        Path file = new Path(path);
        return system(file).exists(file);
    }

    @Override
    public void remove(String path) throws IOException {
        Path top = new Path(path);
        system(top).delete(top, true);
    }
}
