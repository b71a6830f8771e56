package org.jianzheng.testing;

import java.util.ArrayList;
import java.util.List;

/** Every verdict of a finding, single and overall: two findings that differ in any of them judge differently. */
final class Verdicts {

    private Verdicts() {}

    static boolean differ(Finding before, Finding after) {
        return !of(before).equals(of(after));
    }

    private static List<String> of(Finding finding) {
        var verdicts = new ArrayList<String>();
        verdicts.add(finding.conclusion());
        finding.rows().forEach(row -> verdicts.add(row.item() + "=" + row.verdict()));
        finding.specimens().stream()
                .filter(row -> row.containsKey("verdict"))
                .forEach(row -> verdicts.add(row.get("kind") + row.get("no") + "=" + row.get("verdict")));
        finding.evaluations().forEach(line -> verdicts.add(line.method() + "=" + line.verdict()));
        return verdicts;
    }
}
