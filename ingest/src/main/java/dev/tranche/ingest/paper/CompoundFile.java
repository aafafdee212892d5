package dev.tranche.ingest.paper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of Microsoft's compound format: streams in folders within one file. */
final class CompoundFile {

    private static final int END = -2;
    private static final int HEADER_LISTED = 109;
    private static final int ENTRY_BYTES = 128;
    private static final int SMALL_STREAM = 4096;
    private static final int SMALL_SECTOR = 64;
    private static final int MOST_ENTRIES = 100_000;

    private final ByteBuffer bytes;
    private final int sectorBytes;
    private int[] next = new int[0];
    private int[] smallNext = new int[0];
    private byte[] small = new byte[0];
    private final Map<String, byte[]> streams = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String name, int type, int left, int right, int child, int start, long size) {}

    private CompoundFile(byte[] file) throws IOException {
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < 512) {
            throw new IOException("the compound file is truncated");
        }
        this.sectorBytes = 1 << Math.clamp(bytes.getShort(30), 7, 16);
    }

    /** Returns all streams of a file by their paths, with slashes between folders. */
    static Map<String, byte[]> streams(byte[] file) throws IOException {
        try {
            CompoundFile compound = new CompoundFile(file);
            compound.read();
            return compound.streams;
        } catch (IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException
                | NegativeArraySizeException cut) {
            throw new IOException("the compound file is broken", cut);
        }
    }

    private void read() throws IOException {
        readTable();
        byte[] directory = chain(bytes.getInt(48), Integer.MAX_VALUE);
        ByteBuffer list = ByteBuffer.wrap(directory).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + ENTRY_BYTES <= directory.length && entries.size() < MOST_ENTRIES; at += ENTRY_BYTES) {
            int length = Math.clamp(list.getShort(at + 64) - 2L, 0, 62);
            entries.add(new Entry(
                    new String(directory, at, length, StandardCharsets.UTF_16LE),
                    list.get(at + 66),
                    list.getInt(at + 68),
                    list.getInt(at + 72),
                    list.getInt(at + 76),
                    list.getInt(at + 116),
                    list.getInt(at + 120) & 0xFFFFFFFFL));
        }
        if (entries.isEmpty()) {
            return;
        }
        smallNext = ints(chain(bytes.getInt(60), Integer.MAX_VALUE));
        small = chain(entries.getFirst().start(), Integer.MAX_VALUE);
        boolean[] seen = new boolean[entries.size()];
        List<int[]> open = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        folders.add("");
        open.add(new int[] {entries.getFirst().child(), 0});
        // Streams share no bytes: a small file whose entries all name the same sectors must not become a large one.
        long all = 0;
        while (!open.isEmpty()) {
            int[] place = open.removeLast();
            int index = place[0];
            if (index < 0 || index >= entries.size() || seen[index]) {
                continue;
            }
            seen[index] = true;
            Entry entry = entries.get(index);
            String path = folders.get(place[1]) + entry.name();
            open.add(new int[] {entry.left(), place[1]});
            open.add(new int[] {entry.right(), place[1]});
            if (entry.type() == 2) {
                byte[] stream = stream(entry);
                all += stream.length;
                if (all > bytes.capacity()) {
                    throw new IOException("the compound file is broken: its streams overlap");
                }
                streams.put(path, stream);
            } else if (entry.type() == 1) {
                folders.add(path + "/");
                open.add(new int[] {entry.child(), folders.size() - 1});
            }
        }
    }

    /**
     * A table names no more sectors than the file has, so that one that refers to itself terminates and stays small.
     */
    private void readTable() {
        int sectors = bytes.capacity() / sectorBytes + 1;
        List<Integer> tables = new ArrayList<>();
        for (int i = 0; i < HEADER_LISTED; i++) {
            tables.add(bytes.getInt(76 + 4 * i));
        }
        int more = bytes.getInt(68);
        int guard = 0;
        while (more >= 0 && guard++ < sectors && offset(more) + sectorBytes <= bytes.capacity()) {
            for (int i = 0; i < sectorBytes / 4 - 1; i++) {
                tables.add(bytes.getInt(offset(more) + 4 * i));
            }
            more = bytes.getInt(offset(more) + sectorBytes - 4);
        }
        List<Integer> all = new ArrayList<>();
        for (int sector : tables) {
            if (all.size() < sectors && sector >= 0 && offset(sector) + sectorBytes <= bytes.capacity()) {
                for (int i = 0; i < sectorBytes / 4; i++) {
                    all.add(bytes.getInt(offset(sector) + 4 * i));
                }
            }
        }
        next = all.stream().mapToInt(Integer::intValue).toArray();
    }

    private int offset(int sector) {
        return Math.toIntExact((long) (sector + 1) * sectorBytes);
    }

    private byte[] stream(Entry entry) {
        int size = (int) Math.min(entry.size(), bytes.capacity());
        if (entry.size() >= SMALL_STREAM) {
            return chain(entry.start(), size);
        }
        byte[] stream = new byte[size];
        int sector = entry.start();
        int at = 0;
        while (sector >= 0 && at < size && (long) sector * SMALL_SECTOR < small.length) {
            int from = sector * SMALL_SECTOR;
            int count = Math.min(Math.min(SMALL_SECTOR, size - at), small.length - from);
            System.arraycopy(small, from, stream, at, count);
            at += count;
            sector = sector < smallNext.length ? smallNext[sector] : END;
        }
        return stream;
    }

    /** A chain of sectors cannot be longer than the file, so a circular one ends. */
    private byte[] chain(int start, int size) {
        int most = Math.min(size, bytes.capacity());
        byte[] chain = new byte[most];
        int at = 0;
        int sector = start;
        while (sector >= 0 && at < most && (long) (sector + 2) * sectorBytes <= bytes.capacity() + (long) sectorBytes) {
            int from = offset(sector);
            int count = Math.min(Math.min(sectorBytes, most - at), bytes.capacity() - from);
            if (count <= 0) {
                break;
            }
            bytes.get(from, chain, at, count);
            at += count;
            sector = sector < next.length ? next[sector] : END;
        }
        return at == most ? chain : java.util.Arrays.copyOf(chain, at);
    }

    private static int[] ints(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int[] ints = new int[bytes.length / 4];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = buffer.getInt(4 * i);
        }
        return ints;
    }
}
