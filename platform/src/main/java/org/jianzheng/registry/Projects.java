package org.jianzheng.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Role;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.KeyOrder;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The projects that the station has approved. They are read here; they come, change their parties and end by registration
 * alone.
 */
@Service
@Transactional(readOnly = true)
public class Projects {

    private static final String PROJECT =
            """
            SELECT p.*, COALESCE(d.name, p.developer_code) AS developer_name,
                   COALESCE(c.name, p.contractor_code) AS contractor_name,
                   COALESCE(s.name, p.supervision_code) AS supervision_name
              FROM qualification_project p
              LEFT JOIN qualification_organisation d ON d.path = CONCAT('developers/', p.developer_code)
              LEFT JOIN qualification_organisation c ON c.path = CONCAT('contractors/', p.contractor_code)
              LEFT JOIN qualification_organisation s ON s.path = CONCAT('supervision/', p.supervision_code)
            """;

    private static final Set<Role> REGISTERING = Set.of(Role.COMMISSIONER, Role.SUPERVISOR, Role.STATIONADMIN);

    private final JdbcClient jdbc;
    private final Identity identity;
    private final Clock clock;
    private final ByRevision<String, Project> projects;

    Projects(JdbcClient jdbc, RegistryRevision revision, Identity identity, Clock clock) {
        this.jdbc = jdbc;
        this.identity = identity;
        this.clock = clock;
        this.projects = new ByRevision<>(revision, codes -> RegistryReader.found(codes, this::read));
    }

    /** Whoever asks, running or not. */
    public Optional<Project> find(String code) {
        return projects.of(code);
    }

    private Optional<Project> read(String code) {
        return jdbc.sql(PROJECT + " WHERE p.code = ?")
                .param(code)
                .query(Projects::row)
                .optional();
    }

    /** Those that run and in which people of that employer take part, by code. */
    public List<Project> runningOf(String employer) {
        return running(employer, Integer.MAX_VALUE);
    }

    /** Whether there is one of them. */
    public boolean runs(String employer) {
        return !running(employer, 1).isEmpty();
    }

    private List<Project> running(String employer, int most) {
        String[] path = employer.split("/", 2);
        String code = path.length == 2 ? path[1] : "";
        return jdbc.sql(PROJECT + " WHERE (p.ended_on IS NULL OR p.ended_on >= :today)"
                        + " AND (p.suspended_on IS NULL OR p.suspended_on > :today) AND (:kind = 'station'"
                        + " OR :kind = 'developers' AND p.developer_code = :code"
                        + " OR :kind = 'contractors' AND p.contractor_code = :code"
                        + " OR :kind = 'supervision' AND p.supervision_code = :code) ORDER BY p.code LIMIT :most")
                .param("today", CityTime.today(clock))
                .param("kind", path[0])
                .param("code", code)
                .param("most", most)
                .query(Projects::row)
                .list();
    }

    /** All of them for the station, else those the acting person's employer takes part in, by code. */
    public Paged<Project> list(String search, int page, int size) {
        Scope scope = identity.scope();
        String found = search.isBlank()
                ? ""
                : " AND CONCAT_WS(' ', p.code, p.name, p.address, p.supervision_reg_no, p.permit_no) LIKE :search";
        return new KeyOrder<>(jdbc, "qualification_project p", List.of("code"), PROJECT, Projects::row)
                .page(
                        within(scope) + found,
                        Map.of("scope", scope.code(), "search", SearchText.pattern(search)),
                        page,
                        size);
    }

    /** One that {@link #list} shows; nobody else may know of it. */
    public Project own(String code) {
        return jdbc.sql(PROJECT + " WHERE p.code = :code AND " + within(identity.scope()))
                .param("code", code)
                .param("scope", identity.scope().code())
                .query(Projects::row)
                .optional()
                .orElseThrow(() -> new NotFound("registration.project.unknown", code));
    }

    /** Whether the acting person applies for projects: a developer's for its own, the station's for all. */
    public boolean mayRegister() {
        Set<Role> roles = identity.acting().roles();
        return REGISTERING.stream().anyMatch(roles::contains);
    }

    /** Whose papers and history a reader sees too: the developer's and the station's. */
    public boolean knowsAllOf(Project project) {
        Scope scope = identity.scope();
        return scope.kind() == Scope.Kind.ALL
                || (scope.kind() == Scope.Kind.DEVELOPER
                        && scope.code().equals(project.developer().code()));
    }

    // A laboratory is a party of cases, not of projects.
    private static String within(Scope scope) {
        return switch (scope.kind()) {
            case ALL -> ":scope = ''";
            case DEVELOPER -> "p.developer_code = :scope";
            case CONTRACTOR -> "p.contractor_code = :scope";
            case SUPERVISION -> "p.supervision_code = :scope";
            case LAB, NONE -> ":scope <> :scope";
        };
    }

    private static Project row(ResultSet row, int n) throws SQLException {
        return new Project(
                row.getString("code"),
                row.getString("name"),
                row.getString("address"),
                row.getString("supervision_reg_no"),
                row.getString("permit_no"),
                row.getObject("permit_on", LocalDate.class),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("planned_until", LocalDate.class),
                row.getObject("suspended_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getBigDecimal("longitude"),
                row.getBigDecimal("latitude"),
                party(row, "developer"),
                party(row, "contractor"),
                party(row, "supervision"));
    }

    private static Project.Party party(ResultSet row, String part) throws SQLException {
        return new Project.Party(row.getString(part + "_code"), row.getString(part + "_name"));
    }
}
