package org.jianzheng.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.registration.entry.PaperUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of papers: those of applications, and those that stand in the registries. Both are only ever added to. */
@Component
class RegistrationPaperStore {

    private final JdbcClient jdbc;
    private final OfficialRows official;

    RegistrationPaperStore(JdbcClient jdbc, OfficialRows official) {
        this.jdbc = jdbc;
        this.official = official;
    }

    void add(RegistrationPaper paper, Person by) {
        official.insert(
                "registration:" + paper.applicationId(),
                "qualification_application_paper",
                "id, application_id, entry_key, purpose, name, media_type, sha256, size, by_user, by_name, added_at",
                paper.id(),
                paper.applicationId(),
                paper.about(),
                paper.use().name(),
                paper.name(),
                paper.mediaType(),
                paper.sha256(),
                paper.size(),
                by.username(),
                by.name(),
                CityTime.utc(paper.at()));
    }

    /** Of an application, newest first. */
    List<RegistrationPaper> of(String application) {
        return jdbc.sql("SELECT p.*, p.entry_key AS about FROM qualification_application_paper p"
                        + " WHERE p.application_id = ? ORDER BY p.added_at DESC, p.id")
                .param(application)
                .query(RegistrationPaperStore::row)
                .list();
    }

    /** Of a subject of the registries, newest first. @param house whose, or {@code %} for everybody's */
    List<RegistrationPaper> filed(String subject, String house) {
        return jdbc.sql("SELECT p.*, f.about FROM qualification_filed_paper f JOIN qualification_application_paper p"
                        + " ON p.id = f.paper_id WHERE f.subject = ? AND f.house LIKE ? ORDER BY f.filed_at DESC,"
                        + " p.added_at DESC, p.id LIMIT 100")
                .params(subject, house)
                .query(RegistrationPaperStore::row)
                .list();
    }

    private static RegistrationPaper row(ResultSet row, int n) throws SQLException {
        return new RegistrationPaper(
                row.getString("id"),
                row.getString("application_id"),
                PaperUse.valueOf(row.getString("purpose")),
                row.getString("about"),
                row.getString("name"),
                row.getString("media_type"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("by_name"),
                CityTime.instant(row, "added_at"));
    }
}
