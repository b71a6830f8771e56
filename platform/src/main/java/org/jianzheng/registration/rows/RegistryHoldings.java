package org.jianzheng.registration.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Scope;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.entry.EntryWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything of one registry that the acting person may see, as people read it: personal numbers masked. */
@Service
public class RegistryHoldings {

    private static final int AT_ONCE = 1000;
    private static final String NOTHING = "1 = 0";

    private final RegistryRows registryRows;
    private final EntryWords entryWords;
    private final Identity identity;

    RegistryHoldings(RegistryRows registryRows, EntryWords entryWords, Identity identity) {
        this.registryRows = registryRows;
        this.entryWords = entryWords;
        this.identity = identity;
    }

    /** Names of the columns, in the order of the rows: whose it is (where the registry says so), then field by field. */
    public List<String> columns(EntryKind kind) {
        List<String> columns = new ArrayList<>();
        if (!kind.houseKey().isEmpty()) {
            columns.add(entryWords.field(kind.houseKey()));
        }
        kind.fields().forEach(field -> columns.add(entryWords.field(field.word())));
        return columns;
    }

    /** Row by row, never all of them in memory. */
    @Transactional(readOnly = true)
    public void each(EntryKind kind, Consumer<List<String>> reader) {
        Scope scope = identity.scope();
        String where = within(kind, scope);
        Object[] own = where.contains("?") ? new Object[] {whose(kind, scope)} : new Object[0];
        List<Map<String, String>> rows;
        int from = 0;
        do {
            rows = registryRows.part(kind, where, own, from, AT_ONCE);
            rows.forEach(entry -> reader.accept(row(kind, entry)));
            from += AT_ONCE;
        } while (rows.size() == AT_ONCE);
    }

    private static String within(EntryKind kind, Scope scope) {
        if (scope.kind() == Scope.Kind.NONE || (kind.ofLabs() && !ofLabOrStation(scope))) {
            return NOTHING;
        }
        if (scope.kind() == Scope.Kind.ALL || kind == EntryKind.ORGANISATION || kind == EntryKind.LAB) {
            return "1 = 1";
        }
        return switch (kind) {
            case CERTIFICATE -> "username IN (SELECT username FROM qualification_person WHERE employer = ?)";
            case PROJECT -> party(scope);
            case CALIBRATION -> "equipment_code IN (SELECT code FROM qualification_equipment WHERE lab_code = ?)";
            default -> RegistryRows.column(kind.houseKey()) + " = ?";
        };
    }

    private static String party(Scope scope) {
        return switch (scope.kind()) {
            case DEVELOPER -> "developer_code = ?";
            case CONTRACTOR -> "contractor_code = ?";
            case SUPERVISION -> "supervision_code = ?";
            default -> NOTHING;
        };
    }

    private static boolean ofLabOrStation(Scope scope) {
        return scope.kind() == Scope.Kind.ALL || scope.kind() == Scope.Kind.LAB;
    }

    private String whose(EntryKind kind, Scope scope) {
        return kind.ofLabs() || kind == EntryKind.PROJECT
                ? scope.code()
                : identity.acting().employer().orElseThrow();
    }

    private List<String> row(EntryKind kind, Map<String, String> entry) {
        List<String> row = new ArrayList<>();
        if (!kind.houseKey().isEmpty()) {
            row.add(entry.get(kind.houseKey()));
        }
        entryWords.values(kind, Map.of(), entry).forEach(value -> row.add(value.after()));
        return row;
    }
}
