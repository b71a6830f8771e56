package org.jianzheng.testing.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jianzheng.standards.Words;
import org.jianzheng.testing.ResultView;
import org.jianzheng.testing.Testing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The results section of a case's page. */
@Controller
class ResultsPage {

    private static final Map<String, String> KINDS = Map.of(
            "PASS", "passed",
            "FAIL", "failed",
            "INVALID", "failed",
            "RETEST", "waiting",
            "REFER", "waiting",
            "PENDING", "running");

    private final Testing testing;
    private final Words words;

    ResultsPage(Testing testing, Words words) {
        this.testing = testing;
        this.words = words;
    }

    @GetMapping("/cases/{caseId}/results")
    String results(@PathVariable String caseId, Model model) {
        ResultView result = testing.find(caseId).orElse(null);
        model.addAttribute("order", testing.order(caseId).orElse(null));
        model.addAttribute("result", result);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("tables", result == null ? List.of() : tables(result.specimens()));
        model.addAttribute("calculations", result == null ? List.of() : calculations(result));
        return "testing/results :: section";
    }

    private List<Calculated> calculations(ResultView result) {
        return result.evaluations().stream()
                .map(line -> Calculated.of(line, words))
                .toList();
    }

    /** Specimens of one kind of test; the columns are what any of them has. */
    record Table(String kind, List<String> columns, List<Map<String, String>> rows) {}

    static List<Table> tables(List<Map<String, String>> specimens) {
        var byKind = new LinkedHashMap<String, List<Map<String, String>>>();
        specimens.forEach(row -> byKind.computeIfAbsent(row.get("kind"), kind -> new ArrayList<>())
                .add(row));
        var tables = new ArrayList<Table>();
        byKind.forEach((kind, rows) -> {
            var columns = new LinkedHashSet<String>();
            rows.forEach(row -> columns.addAll(row.keySet()));
            columns.remove("kind");
            tables.add(new Table(kind, List.copyOf(columns), rows));
        });
        return tables;
    }
}
