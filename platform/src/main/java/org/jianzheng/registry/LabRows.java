package org.jianzheng.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.DaySpan;
import org.jianzheng.kernel.KeyOrder;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.SearchText;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Laboratories with their certificates and scopes; read here; they change by registration alone. */
@Repository
class LabRows {

    private static final RowMapper<Lab.ScopeLine> SCOPE_LINE = (row, n) -> new Lab.ScopeLine(
            row.getString("item"),
            row.getString("speciality"),
            row.getString("method_standards"),
            RegistryReader.span(row, "valid_from", "valid_until"),
            Optional.ofNullable(row.getString("parameters")).orElse(""));

    private static final RowMapper<Lab.Certificate> CERTIFICATE = (row, n) -> new Lab.Certificate(
            row.getString("certificate_type"),
            row.getString("certificate_no"),
            row.getString("specialities").replace(",", "、"),
            RegistryReader.span(row, "valid_from", "valid_until"));

    private record Named(String code, String name, String address, String phone) {}

    private static final RowMapper<Named> NAMED = (row, n) ->
            new Named(row.getString("code"), row.getString("name"), row.getString("address"), row.getString("phone"));

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ByRevision<OnDay, Lab> labs;

    LabRows(JdbcClient jdbc, RegistryRevision revision, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.labs = new ByRevision<>(revision, asked -> RegistryReader.found(asked, this::read));
    }

    /** Which of its certificates is in force is another on another day. */
    private record OnDay(String code, LocalDate today) {}

    List<Lab> all() {
        return whole(jdbc.sql("SELECT * FROM qualification_lab ORDER BY code")
                .query(NAMED)
                .list());
    }

    Paged<Lab> page(String search, int page, int size) {
        String found = search.isBlank()
                ? "1 = 1"
                : "code LIKE :search OR name LIKE :search OR address LIKE :search OR code IN"
                        + " (SELECT c.lab_code FROM qualification_lab_certificate c WHERE c.certificate_no LIKE :search)";
        return new KeyOrder<>(jdbc, "qualification_lab", List.of("code"), "SELECT * FROM qualification_lab", NAMED)
                .page(found, Map.of("search", SearchText.pattern(search)), page, size)
                .all(this::whole);
    }

    Optional<Lab> find(String code) {
        return labs.of(new OnDay(code, CityTime.today(clock)));
    }

    private Optional<Lab> read(OnDay asked) {
        return whole(jdbc.sql("SELECT * FROM qualification_lab WHERE code = ?")
                        .param(asked.code())
                        .query(NAMED)
                        .list())
                .stream()
                .findFirst();
    }

    /** With the certificates and the scopes of all of them in a query each. */
    private List<Lab> whole(List<Named> labs) {
        Map<String, List<Lab.Certificate>> certificates = ofEach(
                labs,
                "SELECT * FROM qualification_lab_certificate WHERE lab_code IN (:labs) ORDER BY valid_from DESC, id DESC",
                CERTIFICATE);
        Map<String, List<Lab.ScopeLine>> scopes = ofEach(
                labs,
                "SELECT * FROM qualification_scope WHERE lab_code IN (:labs) ORDER BY speciality, id",
                SCOPE_LINE);
        return labs.stream()
                .map(lab -> lab(
                        lab,
                        certificates.getOrDefault(lab.code(), List.of()),
                        scopes.getOrDefault(lab.code(), List.of())))
                .toList();
    }

    private <T> Map<String, List<T>> ofEach(List<Named> labs, String statement, RowMapper<T> line) {
        Map<String, List<T>> found = new HashMap<>();
        if (!labs.isEmpty()) {
            jdbc.sql(statement)
                    .param("labs", labs.stream().map(Named::code).toList())
                    .query((row, n) -> found.computeIfAbsent(row.getString("lab_code"), lab -> new ArrayList<>())
                            .add(line.mapRow(row, n)))
                    .list();
        }
        return found;
    }

    private Lab lab(Named lab, List<Lab.Certificate> certificates, List<Lab.ScopeLine> scope) {
        return new Lab(
                lab.code(),
                lab.name(),
                lab.address(),
                lab.phone(),
                inForce(certificates, "CMA"),
                inForce(certificates, "QUALIFICATION"),
                certificates,
                scope);
    }

    // The newest that has begun, for the next takes over on its first day; before the first has begun, that one.
    private Lab.Certificate inForce(List<Lab.Certificate> newestFirst, String type) {
        LocalDate today = CityTime.today(clock);
        List<Lab.Certificate> ofType = newestFirst.stream()
                .filter(certificate -> certificate.type().equals(type))
                .toList();
        return ofType.stream()
                .filter(certificate -> !today.isBefore(certificate.valid().from()))
                .findFirst()
                .or(() -> ofType.stream().reduce((newer, older) -> older))
                .orElse(new Lab.Certificate(type, "", "", new DaySpan(LocalDate.EPOCH, LocalDate.EPOCH)));
    }
}
