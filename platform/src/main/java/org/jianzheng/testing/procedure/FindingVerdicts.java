package org.jianzheng.testing.procedure;

import java.util.ArrayList;
import java.util.List;

/** Every verdict of a finding, single and overall: two findings that differ in any of them judge differently. */
public final class FindingVerdicts {

    private FindingVerdicts() {}

    public static boolean differ(TestFinding before, TestFinding after) {
        return !of(before).equals(of(after));
    }

    private static List<String> of(TestFinding finding) {
        var verdicts = new ArrayList<String>();
        verdicts.add(finding.conclusion().name());
        finding.rows().forEach(row -> verdicts.add(row.item() + "=" + row.verdict()));
        finding.specimens().stream()
                .filter(one -> one.verdict() != null)
                .forEach(one -> verdicts.add(one.kind() + one.no() + "=" + one.verdict()));
        finding.evaluations().forEach(line -> verdicts.add(line.method() + "=" + line.verdict()));
        return verdicts;
    }
}
