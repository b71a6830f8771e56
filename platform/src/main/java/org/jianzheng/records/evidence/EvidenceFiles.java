package org.jianzheng.records.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Files that prove something, each stored once under its SHA-256 and never changed. The folder may be shared by several
 * nodes. A file whose transaction rolls back stays behind, harmless, and is found again when it is stored again.
 */
@Service
public class EvidenceFiles {

    private final Path folder;
    private final JdbcTemplate sql;
    private final Clock clock;

    EvidenceFiles(EvidenceSettings settings, JdbcTemplate sql, Clock clock) {
        this.folder = settings.folder();
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Stores the content; when this returns it is on the disk.
     *
     * @return its SHA-256 in hex
     */
    public String store(byte[] content, String mediaType) {
        String sha256 = DigestUtils.sha256Hex(content);
        Path file = file(sha256);
        if (!intact(file, sha256)) {
            write(file, content);
        }
        sql.update(
                "INSERT IGNORE INTO evidence_file (sha256, media_type, size, stored_at) VALUES (?, ?, ?, ?)",
                sha256,
                mediaType,
                content.length,
                CityTime.utc(clock.instant()));
        return sha256;
    }

    /**
     * The file's content, checked against its name.
     *
     * @throws NotFound where there is none
     * @throws IllegalStateException where the stored bytes are no longer those
     */
    public byte[] read(String sha256) {
        try {
            byte[] content = Files.readAllBytes(file(sha256));
            if (!DigestUtils.sha256Hex(content).equals(sha256)) {
                throw new IllegalStateException("Evidence file " + sha256 + " was changed or damaged on the disk");
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new NotFound("records.file.none", sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as the table knows it; {@code state} is null where the disk says the same. */
    record Stored(String sha256, long size, String state) {}

    /** Files by their hash behind that one, each read again, until so many bytes were read. */
    List<Stored> reread(String after, int most, long bytes) {
        List<Stored> read = new ArrayList<>();
        AtomicLong left = new AtomicLong(bytes);
        sql.query(
                "SELECT sha256, size FROM evidence_file WHERE sha256 > ? ORDER BY sha256 LIMIT ?",
                row -> {
                    if (left.getAndAdd(-row.getLong(2)) > 0) {
                        read.add(new Stored(row.getString(1), row.getLong(2), state(row.getString(1), row.getLong(2))));
                    }
                },
                after == null ? "" : after,
                most);
        return read;
    }

    private String state(String sha256, long size) {
        if (!isName(sha256)) {
            return "FILE_NOT_OURS";
        }
        try (InputStream in = Files.newInputStream(file(sha256))) {
            MessageDigest digest = DigestUtils.getSha256Digest();
            long read = in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            boolean same = HexFormat.of().formatHex(digest.digest()).equals(sha256);
            return !same ? "FILE_CHANGED" : read == size ? null : "FILE_NOT_OURS";
        } catch (NoSuchFileException e) {
            return "FILE_MISSING";
        } catch (IOException e) {
            return "FILE_UNREADABLE";
        }
    }

    private static boolean isName(String sha256) {
        return sha256.matches("[0-9a-f]{64}");
    }

    private Path file(String sha256) {
        if (!isName(sha256)) {
            throw new NotFound("records.file.none", sha256);
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static boolean intact(Path file, String sha256) {
        try {
            return Files.exists(file)
                    && DigestUtils.sha256Hex(Files.readAllBytes(file)).equals(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Under its own name only when it is whole and on the disk.
    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), "part", null);
            Files.write(part, content);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
