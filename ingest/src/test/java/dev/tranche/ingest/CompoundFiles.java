package dev.tranche.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds files of Microsoft's compound format from streams of less than 4096 bytes. */
final class CompoundFiles {

    private static final int SECTOR = 512;
    private static final int SMALL = 64;
    private static final int ENTRY = 128;
    private static final int NONE = -1;
    private static final int END = -2;

    private final Map<String, Integer> folders = new LinkedHashMap<>();
    private final List<ByteBuffer> entries = new ArrayList<>();
    private final ByteArrayOutputStream small = new ByteArrayOutputStream();
    private final List<Integer> smallNext = new ArrayList<>();

    private CompoundFiles() {}

    /** Returns a file of streams by their paths, with slashes between folders. */
    static byte[] of(Map<String, byte[]> streams) {
        CompoundFiles files = new CompoundFiles();
        files.entry("Root Entry", 5, 0, 0);
        files.folders.put("", 0);
        streams.forEach(files::add);
        return files.file();
    }

    private void add(String path, byte[] stream) {
        int slash = path.lastIndexOf('/');
        int folder = folder(path.substring(0, Math.max(0, slash)));
        int start = small.size() / SMALL;
        small.writeBytes(stream);
        small.writeBytes(new byte[(SMALL - stream.length % SMALL) % SMALL]);
        for (int next = start + 1; next < small.size() / SMALL; next++) {
            smallNext.add(next);
        }
        smallNext.add(END);
        link(folder, entry(path.substring(slash + 1), 2, start, stream.length));
    }

    private int folder(String path) {
        Integer known = folders.get(path);
        if (known != null) {
            return known;
        }
        int slash = path.lastIndexOf('/');
        int parent = folder(path.substring(0, Math.max(0, slash)));
        int made = entry(path.substring(slash + 1), 1, 0, 0);
        link(parent, made);
        folders.put(path, made);
        return made;
    }

    /** Puts an entry before the others of its folder, which become its right side. */
    private void link(int folder, int made) {
        entries.get(made).putInt(72, entries.get(folder).getInt(76));
        entries.get(folder).putInt(76, made);
    }

    private int entry(String name, int type, int start, int size) {
        ByteBuffer entry = ByteBuffer.allocate(ENTRY).order(ByteOrder.LITTLE_ENDIAN);
        entry.put(0, name.getBytes(StandardCharsets.UTF_16LE));
        entry.putShort(64, (short) (2 * name.length() + 2)).put(66, (byte) type);
        entry.putInt(68, NONE)
                .putInt(72, NONE)
                .putInt(76, NONE)
                .putInt(116, start)
                .putInt(120, size);
        entries.add(entry);
        return entries.size() - 1;
    }

    private byte[] file() {
        int directory = sectors(entries.size() * ENTRY);
        int table = sectors(smallNext.size() * 4);
        int content = sectors(small.size());
        int first = sectors((directory + table + content + 8) * 4);
        entries.getFirst().putInt(116, first + directory + table).putInt(120, small.size());
        ByteBuffer file = ByteBuffer.allocate(SECTOR * (1 + first + directory + table + content))
                .order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(0, 0xE11AB1A1E011CFD0L).putShort(30, (short) 9);
        file.putInt(48, first).putInt(60, first + directory).putInt(68, END);
        for (int i = 0; i < 109; i++) {
            file.putInt(76 + 4 * i, i < first ? i : NONE);
        }
        int at = 0;
        for (int run : new int[] {first, directory, table, content}) {
            for (int i = 0; i < run; i++, at++) {
                file.putInt(SECTOR + 4 * at, i == run - 1 ? END : at + 1);
            }
        }
        file.position(SECTOR * (1 + first));
        entries.forEach(entry -> file.put(entry));
        file.position(SECTOR * (1 + first + directory));
        smallNext.forEach(file::putInt);
        file.put(SECTOR * (1 + first + directory + table), small.toByteArray());
        return file.array();
    }

    private static int sectors(int bytes) {
        return (bytes + SECTOR - 1) / SECTOR;
    }
}
