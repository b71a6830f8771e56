package org.jianzheng.testing.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.standards.MethodWords;
import org.jianzheng.standards.catalogue.ItemWords;
import org.jianzheng.standards.catalogue.RecordStage;
import org.jianzheng.testing.Testing;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.testing.procedure.SpecimenResult;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The results section of a case's page. */
@Controller
class ResultPages {

    private static final Map<String, String> KINDS = Map.of(
            "PASS", "passed",
            "FAIL", "failed",
            "INVALID", "failed",
            "RETEST", "waiting",
            "REFER", "waiting",
            "PENDING", "running",
            "UNJUDGED", "closed");

    private final Testing testing;
    private final MethodWords words;

    ResultPages(Testing testing, MethodWords words) {
        this.testing = testing;
        this.words = words;
    }

    @GetMapping("/cases/{caseId}/results")
    String results(@PathVariable String caseId, Model model) {
        ResultView result = testing.find(caseId).orElse(null);
        model.addAttribute("caseId", caseId);
        model.addAttribute("order", testing.order(caseId).orElse(null));
        model.addAttribute("result", result);
        model.addAttribute("kinds", KINDS);
        ItemWords called = new ItemWords(testing.item(caseId));
        model.addAttribute("stages", stages(called));
        model.addAttribute("fields", fields(called));
        model.addAttribute(
                "tables", result == null ? List.of() : tables(result.finding().specimens(), called));
        model.addAttribute("calculations", result == null ? List.of() : calculations(result));
        return "testing/results :: section";
    }

    private static Map<String, String> stages(ItemWords called) {
        return called.item().stages().stream()
                .collect(Collectors.toMap(RecordStage::code, stage -> ItemWords.shown(stage.name())));
    }

    private static Map<String, String> fields(ItemWords called) {
        var fields = new LinkedHashMap<String, String>();
        called.item().stages().stream()
                .flatMap(stage -> stage.labels().keySet().stream())
                .forEach(name -> fields.put(name, ItemWords.shown(called.field(name))));
        return fields;
    }

    private List<CalculatedView> calculations(ResultView result) {
        return result.finding().evaluations().stream()
                .map(line -> CalculatedView.of(line, words))
                .toList();
    }

    /** @param label of the folder, or null where a bundle has it */
    record Column(String key, String label) {}

    /** Specimens of one kind of test; the columns are what any of them has. */
    record Table(String kind, String label, List<Column> columns, List<Map<String, String>> rows) {}

    static List<Table> tables(List<SpecimenResult> specimens, ItemWords called) {
        var byKind = new LinkedHashMap<String, List<Map<String, String>>>();
        specimens.forEach(one ->
                byKind.computeIfAbsent(one.kind(), kind -> new ArrayList<>()).add(one.cells()));
        return byKind.entrySet().stream()
                .map(kind -> table(kind.getKey(), kind.getValue(), called))
                .toList();
    }

    private static Table table(String kind, List<Map<String, String>> rows, ItemWords called) {
        var keys = new LinkedHashSet<String>();
        rows.forEach(row -> keys.addAll(row.keySet()));
        keys.remove("kind");
        return new Table(
                kind,
                ItemWords.shown(called.kind(kind)),
                keys.stream()
                        .map(key -> new Column(key, ItemWords.shown(called.column(kind, key))))
                        .toList(),
                rows);
    }
}
