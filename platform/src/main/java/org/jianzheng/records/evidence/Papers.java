package org.jianzheng.records.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.official.OfficialRows;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that people hand in to prove something: each an evidence file and a row, never taken back. Who may, and the entry of
 * the ledger, are the caller's.
 */
@Service
public class Papers {

    private static final int LARGEST = 10 * 1024 * 1024;

    private final JdbcClient jdbc;
    private final OfficialRows official;
    private final EvidenceFiles files;
    private final UploadScan scan;
    private final Identity identity;
    private final Clock clock;

    Papers(
            JdbcClient jdbc,
            OfficialRows official,
            EvidenceFiles files,
            UploadScan scan,
            Identity identity,
            Clock clock) {
        this.jdbc = jdbc;
        this.official = official;
        this.files = files;
        this.scan = scan;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * What it is, if it may be added.
     *
     * @param there how many there are already
     * @param refusal beginning of the messages' keys: {@code breach.paper}
     */
    public static PaperType check(byte[] content, int there, int most, String refusal) {
        PaperType type = PaperType.of(content).orElseThrow(() -> RuleBroken.at("file", refusal + ".type"));
        if (content.length > LARGEST || there >= most) {
            throw RuleBroken.at("file", refusal + ".much", LARGEST / 1024 / 1024, most);
        }
        return type;
    }

    /**
     * Adds what was checked.
     *
     * @param subject of the ledger
     * @param more values of the table's own columns
     * @return the file's hash
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String add(PaperTable table, String subject, String of, String name, byte[] content, Map<String, ?> more) {
        String type = PaperType.of(content).orElseThrow().mediaType();
        scan.require(content);
        String sha256 = files.store(content, type);
        Person by = identity.acting();
        List<Object> values = new ArrayList<>(Arrays.asList(
                UUID.randomUUID().toString(),
                of,
                name,
                type,
                sha256,
                content.length,
                by.username(),
                by.name(),
                CityTime.utc(CityTime.now(clock))));
        StringBuilder columns = new StringBuilder(table.columns());
        more.forEach((column, value) -> {
            columns.append(", ").append(column);
            values.add(value);
        });
        official.insert(subject, table.name(), columns.toString(), values.toArray());
        return sha256;
    }

    public List<Paper> of(PaperTable table, String of) {
        return jdbc.sql(table.selection()).param(of).query(Paper::row).list();
    }

    /** Its content, shown as what it was found to be and as nothing else. The caller has checked who may know. */
    public ResponseEntity<byte[]> answer(Paper paper) {
        var named = (paper.picture() ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(paper.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(paper.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(files.read(paper.sha256()));
    }
}
