package org.jianzheng.standards.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.StoredJson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every folder that a version of this platform has run with, by its hash: a case is read by the folder it was ordered under,
 * whatever the present one says. A program without a database keeps none.
 */
@Component
public class KeptFolders implements SmartInitializingSingleton {

    private final MethodFolders folders;
    private final ObjectProvider<JdbcClient> sql;
    private final ObjectProvider<Clock> clock;

    // A hash says what is in it, so what was read once stays right.
    private final Map<String, TestItem> read = new ConcurrentHashMap<>();

    KeptFolders(MethodFolders folders, ObjectProvider<JdbcClient> sql, ObjectProvider<Clock> clock) {
        this.folders = folders;
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether there is a database to keep them in. */
    public boolean lasts() {
        return sql.getIfAvailable() != null;
    }

    /** Before the first case can be ordered. */
    @Override
    public void afterSingletonsInstantiated() {
        sql.ifAvailable(database -> folders.all().forEach(folder -> keep(database, folder)));
    }

    // Several nodes may start at once.
    private void keep(JdbcClient database, MethodFolder folder) {
        database.sql("INSERT IGNORE INTO standards_method_folder (sha256, item, files, kept_at) VALUES (?, ?, ?, ?)")
                .params(
                        folder.sha256(),
                        folder.item(),
                        StoredJson.write(folder.files()),
                        CityTime.utc(CityTime.now(clock.getObject())))
                .update();
    }

    /**
     * The item as the folder of that hash says.
     *
     * @throws RuleBroken where no such folder was kept, or what was kept is not what its hash says
     */
    public TestItem item(String code, String sha256) {
        TestItem item = read.computeIfAbsent(sha256, hash -> MethodFolders.earlier(folder(code, hash)));
        // The hash of another item's folder would judge by another yardstick.
        if (!item.code().equals(code)) {
            throw new RuleBroken("standards.folder.unknown", code, sha256);
        }
        return item;
    }

    private MethodFolder folder(String code, String sha256) {
        return sql.getObject()
                .sql("SELECT files FROM standards_method_folder WHERE sha256 = ?")
                .param(sha256)
                .query(String.class)
                .optional()
                .map(files -> folder(code, sha256, files))
                .orElseThrow(() -> new RuleBroken("standards.folder.unknown", code, sha256));
    }

    private static MethodFolder folder(String code, String sha256, String files) {
        try {
            var folder =
                    new MethodFolder(code, StoredJson.read(files, new TypeReference<TreeMap<String, String>>() {}));
            if (folder.sha256().equals(sha256)) {
                return folder;
            }
        } catch (UncheckedIOException | IllegalStateException damaged) {
            throw new RuleBroken("standards.folder.changed", code, sha256);
        }
        throw new RuleBroken("standards.folder.changed", code, sha256);
    }
}
