package org.jianzheng.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
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

    private final JdbcClient jdbc;
    private final Clock clock;

    LabRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Lab> all() {
        return jdbc.sql("SELECT * FROM qualification_lab ORDER BY code")
                .query(this::row)
                .list();
    }

    Paged<Lab> page(String search, int page, int size) {
        String found = search.isBlank()
                ? "1 = 1"
                : "code LIKE :search OR name LIKE :search OR address LIKE :search OR code IN"
                        + " (SELECT c.lab_code FROM qualification_lab_certificate c WHERE c.certificate_no LIKE :search)";
        return new KeyOrder<>(jdbc, "qualification_lab", List.of("code"), "SELECT * FROM qualification_lab", this::row)
                .page(found, Map.of("search", SearchText.pattern(search)), page, size);
    }

    Optional<Lab> find(String code) {
        return jdbc.sql("SELECT * FROM qualification_lab WHERE code = ?")
                .param(code)
                .query(this::row)
                .optional();
    }

    private Lab row(ResultSet row, int n) throws SQLException {
        String code = row.getString("code");
        List<Lab.Certificate> certificates = jdbc.sql(
                        "SELECT * FROM qualification_lab_certificate WHERE lab_code = ? ORDER BY valid_from DESC, id DESC")
                .param(code)
                .query(CERTIFICATE)
                .list();
        return new Lab(
                code,
                row.getString("name"),
                row.getString("address"),
                row.getString("phone"),
                inForce(certificates, "CMA"),
                inForce(certificates, "QUALIFICATION"),
                certificates,
                scope(code));
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

    private List<Lab.ScopeLine> scope(String lab) {
        return jdbc.sql("SELECT * FROM qualification_scope WHERE lab_code = ? ORDER BY speciality, id")
                .param(lab)
                .query(SCOPE_LINE)
                .list();
    }
}
