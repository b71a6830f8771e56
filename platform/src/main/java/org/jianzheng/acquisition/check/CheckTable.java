package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.CsvRows;
import org.jianzheng.warning.WarningSeverity;
import org.springframework.core.io.Resource;

/** Which rules are on, how grave they are and where their limits lie. A line of a method stands before that of all. */
record CheckTable(Map<String, CheckSetting> settings) {

    /** @throws IllegalStateException where a line cannot be read */
    static CheckTable of(Resource file) {
        return of(CsvRows.of(file));
    }

    private static CheckTable of(List<Map<String, String>> rows) {
        Map<String, CheckSetting> settings = new HashMap<>();
        for (Map<String, String> row : rows) {
            if (settings.put(key(row.get("rule"), row.get("method")), setting(row)) != null) {
                throw new IllegalStateException("smart checks: two lines of " + row);
            }
        }
        return new CheckTable(settings);
    }

    private static CheckSetting setting(Map<String, String> row) {
        Map<String, BigDecimal> limits = new LinkedHashMap<>();
        for (String limit : row.get("limits").split(" ")) {
            if (!limit.isEmpty()) {
                String[] sides = limit.split("=");
                limits.put(sides[0], new BigDecimal(sides[1]));
            }
        }
        boolean on =
                switch (row.get("on")) {
                    case "yes" -> true;
                    case "no" -> false;
                    default -> throw new IllegalStateException("smart checks: yes or no, not " + row);
                };
        return new CheckSetting(row.get("rule"), on, WarningSeverity.valueOf(row.get("severity")), limits);
    }

    private static String key(String rule, String method) {
        return rule + " " + method;
    }

    boolean knows(String rule) {
        return settings.containsKey(key(rule, ""));
    }

    SmartChecks.Listed listed(String rule) {
        CheckSetting general = settings.get(key(rule, ""));
        return new SmartChecks.Listed(
                rule,
                general.on(),
                general.severity(),
                written(general),
                settings.entrySet().stream()
                        .filter(each -> each.getKey().startsWith(rule + " ")
                                && !each.getKey().equals(key(rule, "")))
                        .map(each -> each.getKey().substring(rule.length() + 1))
                        .sorted()
                        .toList());
    }

    private static Map<String, String> written(CheckSetting general) {
        Map<String, String> written = new LinkedHashMap<>();
        general.limits().forEach((name, limit) -> written.put(name, limit.toPlainString()));
        return written;
    }

    CheckSetting of(String rule, String method) {
        CheckSetting own = settings.get(key(rule, method));
        return own == null ? settings.get(key(rule, "")) : own;
    }
}
