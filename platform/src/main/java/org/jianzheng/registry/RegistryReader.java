package org.jianzheng.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.DaySpan;
import org.jianzheng.kernel.KeyOrder;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.SearchText;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The registries' rows. They are read here and nowhere changed, so plain SQL into values is all it takes. */
@Repository
class RegistryReader {

    private static final RowMapper<Organisation> ORGANISATION = (row, n) -> new Organisation(
            row.getString("path"),
            row.getString("name"),
            row.getString("credit_code"),
            row.getString("contact"),
            row.getString("phone"),
            row.getString("address"),
            row.getString("email"));

    private static final RowMapper<Machine> MACHINE = (row, n) -> new Machine(
            row.getString("code"),
            row.getString("lab_code"),
            row.getString("name"),
            MachineKind.named(row.getString("kind")).orElse(null),
            row.getString("model"),
            row.getString("factory_no"),
            row.getString("measuring_range"),
            measured(row),
            row.getString("accuracy"),
            row.getString("room"),
            ScopeCodes.of(row.getString("items")),
            row.getString("calibration_no"),
            span(row, "calibrated_on", "calibrated_until"));

    private static final RowMapper<Member.Certificate> CERTIFICATE = (row, n) -> new Member.Certificate(
            row.getString("certificate_no"),
            Role.valueOf(row.getString("role")),
            ScopeCodes.of(row.getString("items")),
            span(row, "valid_from", "valid_until"));

    private static MeasuringSpan measured(ResultSet row) throws SQLException {
        return row.getString("range_unit") == null
                ? null
                : new MeasuringSpan(
                        row.getBigDecimal("range_from"),
                        row.getBigDecimal("range_to"),
                        row.getString("range_unit"),
                        row.getBigDecimal("resolution"));
    }

    private final JdbcClient jdbc;
    private final ByRevision<String, Organisation> organisations;
    private final ByRevision<String, Member> people;
    private final ByRevision<String, Machine> machines;
    private final ByRevision<String, List<Machine>> ofLabs;
    private final ByRevision<Covered, Boolean> contracts;

    RegistryReader(JdbcClient jdbc, RegistryRevision revision) {
        this.jdbc = jdbc;
        this.organisations = new ByRevision<>(revision, this::readOrganisations);
        this.people = new ByRevision<>(revision, people -> found(people, this::readMember));
        this.machines = new ByRevision<>(revision, codes -> found(codes, this::readMachine));
        this.ofLabs = new ByRevision<>(revision, labs -> found(labs, lab -> Optional.of(readMachinesOf(lab))));
        this.contracts = new ByRevision<>(revision, all -> found(all, one -> Optional.of(readCovered(one))));
    }

    private record Covered(String project, String lab, String item, java.time.LocalDate day) {}

    static <K, V> Map<K, V> found(Set<K> keys, Function<K, Optional<V>> read) {
        Map<K, V> found = new LinkedHashMap<>();
        keys.forEach(key -> read.apply(key).ifPresent(row -> found.put(key, row)));
        return found;
    }

    boolean contractCovers(String project, String lab, String item, java.time.LocalDate day) {
        return contracts.of(new Covered(project, lab, item, day)).orElseThrow();
    }

    private boolean readCovered(Covered asked) {
        return jdbc.sql("SELECT COUNT(*) FROM qualification_contract WHERE project_code = ? AND lab_code = ?"
                                + " AND FIND_IN_SET(?, items) > 0 AND ? BETWEEN valid_from AND valid_until")
                        .params(asked.project(), asked.lab(), asked.item(), asked.day())
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<Organisation> organisation(String path) {
        return organisations.of(path);
    }

    /** Those of these that are registered. */
    Collection<Organisation> organisations(Set<String> paths) {
        return organisations.all(paths).values();
    }

    private Map<String, Organisation> readOrganisations(Set<String> paths) {
        List<Organisation> rows = jdbc.sql("SELECT * FROM qualification_organisation WHERE path IN (:paths)")
                .param("paths", paths)
                .query(ORGANISATION)
                .list();
        // As the database compares them.
        return found(paths, path -> rows.stream()
                .filter(row -> row.path().equalsIgnoreCase(path))
                .findFirst());
    }

    Optional<Member> member(String username) {
        return people.of(username);
    }

    private Optional<Member> readMember(String username) {
        return withCertificates(jdbc.sql(MEMBER + " WHERE p.username = ?")
                        .param(username)
                        .query(MEMBER_ROW)
                        .list())
                .stream()
                .findFirst();
    }

    Set<String> standing(Set<String> usernames, Set<Role> roles, java.time.LocalDate day) {
        List<String> found = jdbc.sql("SELECT p.username FROM qualification_person p WHERE p.username IN (:people)"
                        + " AND (p.left_on IS NULL OR p.left_on >= :day) AND EXISTS (SELECT 1 FROM"
                        + " qualification_certificate c WHERE c.username = p.username AND c.role IN (:roles)"
                        + " AND :day BETWEEN c.valid_from AND c.valid_until)")
                .param("people", usernames)
                .param("day", day)
                .param("roles", roles.stream().map(Role::name).toList())
                .query(String.class)
                .list();
        return Set.copyOf(found);
    }

    Optional<String> nameOf(String username) {
        return jdbc.sql("SELECT name FROM qualification_person WHERE username = ?")
                .param(username)
                .query(String.class)
                .optional();
    }

    /** @param employer whose people, or {@code %} for everybody's */
    Paged<Member> members(String employer, String search, int page, int size) {
        String found = search.isBlank()
                ? ""
                : " AND (name LIKE :search OR employer IN"
                        + " (SELECT o.path FROM qualification_organisation o WHERE o.name LIKE :search) OR username IN"
                        + " (SELECT c.username FROM qualification_certificate c WHERE c.certificate_no LIKE :search))";
        return new KeyOrder<>(jdbc, "qualification_person", List.of("employer", "username"), MEMBER, MEMBER_ROW)
                .page(
                        "employer LIKE :employer" + found,
                        Map.of("employer", employer, "search", SearchText.pattern(search)),
                        page,
                        size)
                .all(this::withCertificates);
    }

    private static final String MEMBER =
            """
            SELECT p.*, o.name AS employer_name
              FROM qualification_person p JOIN qualification_organisation o ON o.path = p.employer
            """;

    private static final RowMapper<Member> MEMBER_ROW = (row, n) -> new Member(
            row.getString("username"),
            row.getString("name"),
            row.getString("sex"),
            row.getString("id_masked"),
            row.getString("phone_masked"),
            row.getString("employer"),
            row.getString("employer_name"),
            row.getString("title"),
            Optional.ofNullable(row.getString("photo_sha256")).orElse(""),
            List.of());

    private record Held(String username, Member.Certificate certificate) {}

    /** The certificates of all of them in one query. */
    private List<Member> withCertificates(List<Member> people) {
        if (people.isEmpty()) {
            return people;
        }
        Map<String, List<Member.Certificate>> held = jdbc
                .sql("SELECT * FROM qualification_certificate WHERE username IN (:people)"
                        + " ORDER BY valid_until DESC")
                .param("people", people.stream().map(Member::username).toList())
                .query((row, n) -> new Held(row.getString("username"), CERTIFICATE.mapRow(row, n)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Held::username, Collectors.mapping(Held::certificate, Collectors.toList())));
        return people.stream()
                .map(one -> one.holding(held.getOrDefault(one.username(), List.of())))
                .toList();
    }

    Optional<Machine> machine(String code) {
        return machines.of(code);
    }

    /** All of the laboratory's, by code. */
    List<Machine> machinesOf(String lab) {
        return ofLabs.of(lab).orElseThrow();
    }

    private List<Machine> readMachinesOf(String lab) {
        return jdbc.sql("SELECT * FROM qualification_equipment WHERE lab_code = ? ORDER BY code")
                .param(lab)
                .query(MACHINE)
                .list();
    }

    /** In that room, by code. */
    List<Camera> camerasIn(String lab, String room) {
        return jdbc.sql("SELECT code, room, channel_id FROM qualification_camera WHERE lab_code = ? AND room = ?"
                        + " ORDER BY code")
                .params(lab, room)
                .query((row, n) ->
                        new Camera(row.getString("code"), row.getString("room"), row.getString("channel_id")))
                .list();
    }

    private Optional<Machine> readMachine(String code) {
        return jdbc.sql("SELECT * FROM qualification_equipment WHERE code = ?")
                .param(code)
                .query(MACHINE)
                .optional();
    }

    /** @param lab whose equipment, or {@code %} for everybody's */
    Paged<Machine> machines(String lab, String search, int page, int size) {
        String found = search.isBlank()
                ? ""
                : " AND (code LIKE :search OR name LIKE :search OR model LIKE :search OR factory_no LIKE :search)";
        return new KeyOrder<>(
                        jdbc,
                        "qualification_equipment",
                        List.of("code"),
                        "SELECT * FROM qualification_equipment",
                        MACHINE)
                .page(
                        "lab_code LIKE :lab" + found,
                        Map.of("lab", lab, "search", SearchText.pattern(search)),
                        page,
                        size);
    }

    static DaySpan span(ResultSet row, String from, String until) throws SQLException {
        return new DaySpan(
                row.getObject(from, java.time.LocalDate.class), row.getObject(until, java.time.LocalDate.class));
    }
}
