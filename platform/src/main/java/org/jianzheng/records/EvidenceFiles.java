package org.jianzheng.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HexFormat;
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
        String sha256 = hash(content);
        Path file = file(sha256);
        if (!intact(file, sha256)) {
            write(file, content);
        }
        sql.update(
                "INSERT IGNORE INTO evidence_file (sha256, media_type, size, stored_at) VALUES (?, ?, ?, ?)",
                sha256,
                mediaType,
                content.length,
                LedgerStore.utc(clock.instant()));
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
            if (!hash(content).equals(sha256)) {
                throw new IllegalStateException("Evidence file " + sha256 + " was changed or damaged on the disk");
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new NotFound("records.file.none", sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new NotFound("records.file.none", sha256);
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static boolean intact(Path file, String sha256) {
        try {
            return Files.exists(file) && hash(Files.readAllBytes(file)).equals(sha256);
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

    private static String hash(byte[] content) {
        return HexFormat.of().formatHex(Hash.sha256(content));
    }
}
