package org.jianzheng.registration;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.records.evidence.Papers;
import org.jianzheng.registration.entry.PaperUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which files an entry cannot be approved without. Clause 7.1.1 counts a portrait (免冠照片) among the facts of samplers
 * and witnesses, so a contractor's or supervision firm's person needs one until one stands; a laboratory's own people may
 * bring theirs. Clause 4.2.2.3 has people and qualifications uploaded, so a certificate comes with its scan. Clause 4.2.1
 * asks figures of a camera and no file. A project comes with its building permit (施工许可证), again when number or parties
 * change.
 */
@Component
class NeededPapers {

    private final Papers papers;
    private final JdbcClient jdbc;

    NeededPapers(Papers papers, JdbcClient jdbc) {
        this.papers = papers;
        this.jdbc = jdbc;
    }

    /** For how many of the entries each is missing; empty when nothing is. */
    Map<PaperUse, Integer> missing(Application application, Collection<Map<String, String>> asked) {
        Set<String> brought = papers.of(RegistrationPapers.TABLE, application.id()).stream()
                .map(paper -> key(PaperUse.valueOf(paper.use()), paper.about()))
                .collect(Collectors.toSet());
        Set<String> standing =
                switch (application.kind()) {
                    case PERSON -> faces();
                    case PROJECT -> permits();
                    default -> Set.of();
                };
        Map<PaperUse, Integer> missing = new LinkedHashMap<>();
        for (Map<String, String> entry : asked) {
            String line = asked.size() == 1 ? "" : application.kind().line(entry);
            needed(application, entry, standing).stream()
                    .filter(use -> !brought.contains(key(use, line)))
                    .forEach(use -> missing.merge(use, 1, Integer::sum));
        }
        return missing;
    }

    private static List<PaperUse> needed(Application application, Map<String, String> entry, Set<String> standing) {
        return switch (application.kind()) {
            case PERSON -> needsFace(application, entry, standing) ? List.of(PaperUse.PORTRAIT) : List.of();
            case PROJECT -> standing.contains(permit(entry)) ? List.of() : List.of(PaperUse.PERMIT);
            case LAB -> List.of(PaperUse.CERTIFICATE, PaperUse.CMA);
            case LAB_CERTIFICATE, CERTIFICATE -> List.of(PaperUse.CERTIFICATE);
            default -> List.of();
        };
    }

    private static boolean needsFace(Application application, Map<String, String> entry, Set<String> faces) {
        boolean onSite = application.house().startsWith("contractors/")
                || application.house().startsWith("supervision/");
        return onSite && entry.get("leftOn").isEmpty() && !faces.contains(fold(entry.get("username")));
    }

    private Set<String> faces() {
        return jdbc
                .sql("SELECT username FROM qualification_person WHERE photo_sha256 IS NOT NULL")
                .query(String.class)
                .list()
                .stream()
                .map(NeededPapers::fold)
                .collect(Collectors.toSet());
    }

    // A permit says who builds what by which number; what ends a project or puts its place right does not change it.
    private Set<String> permits() {
        return jdbc.sql("SELECT code, permit_no, developer_code, contractor_code, supervision_code"
                        + " FROM qualification_project")
                .query((row, n) -> permit(Map.of(
                        "code",
                        row.getString("code"),
                        "permitNo",
                        row.getString("permit_no"),
                        "developerCode",
                        row.getString("developer_code"),
                        "contractorCode",
                        row.getString("contractor_code"),
                        "supervisionCode",
                        row.getString("supervision_code"))))
                .set();
    }

    private static String permit(Map<String, String> project) {
        return Stream.of("code", "permitNo", "developerCode", "contractorCode", "supervisionCode")
                .map(field -> fold(project.get(field)))
                .collect(Collectors.joining("\n"));
    }

    private static String key(PaperUse use, String line) {
        return use + ":" + fold(line);
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
