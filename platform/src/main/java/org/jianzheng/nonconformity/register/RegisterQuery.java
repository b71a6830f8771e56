package org.jianzheng.nonconformity.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.SearchText;

/** The condition of a question to the register, with the values of its marks. */
final class RegisterQuery {

    private static final List<String> SEARCHED =
            List.of("report_no", "commission_no", "project_name", "place", "sample");

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private RegisterQuery() {}

    static RegisterQuery within(Scope scope) {
        RegisterQuery where = new RegisterQuery();
        switch (scope.kind()) {
            case ALL -> {}
            case LAB -> where.equal("lab_code", scope.code());
            case DEVELOPER -> where.equal("developer_code", scope.code());
            case CONTRACTOR -> where.equal("contractor_code", scope.code());
            case SUPERVISION -> where.equal("supervision_code", scope.code());
            case NONE -> where.conditions.add("1 = 0");
        }
        return where;
    }

    RegisterQuery matching(RegisterFilter filter, Instant now) {
        if (given(filter.state())) {
            state(filter.state());
        }
        optional("lab_code", filter.labCode());
        optional("project_name", filter.project());
        optional("item", filter.item());
        if (filter.overdue()) {
            conditions.add("closed_at IS NULL AND due_at < ?");
            values.add(CityTime.utc(now));
        }
        if (given(filter.search())) {
            search(filter.search());
        }
        return this;
    }

    private void state(String name) {
        if (name.equals(RegisterFilter.OPEN)) {
            conditions.add("closed_at IS NULL");
        } else {
            equal("state", name);
        }
    }

    private void search(String text) {
        conditions.add("(" + String.join(" LIKE ? OR ", SEARCHED) + " LIKE ?)");
        SEARCHED.forEach(column -> values.add(SearchText.pattern(text)));
    }

    private void optional(String column, String value) {
        if (given(value)) {
            equal(column, value);
        }
    }

    private void equal(String column, String value) {
        conditions.add(column + " = ?");
        values.add(value);
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }

    String text() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    Object[] values() {
        return values.toArray();
    }

    Object[] with(Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }
}
