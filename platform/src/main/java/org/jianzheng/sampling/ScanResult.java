package org.jianzheng.sampling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianzheng.sampling.mark.MarkMaker;

/**
 * What came out of the scanner, held against the marks of the sample. Each thing wrong is named by itself, so that the
 * person at the counter can take the right specimen in hand.
 *
 * @param found marks of this sample that were scanned
 * @param findings what is wrong, in Chinese; empty when every specimen was scanned exactly once
 */
record ScanResult(Set<String> found, List<String> findings) {

    static final int MOST_LINES = 200;
    private static final int MOST_FINDINGS = 10;

    ScanResult {
        found = Set.copyOf(found);
        findings = List.copyOf(findings);
    }

    /**
     * @param specimens of the sample, in order
     * @param read the scanned text → the mark it is, absent when it is none
     * @param elsewhere what to say of a genuine mark that is not of this sample
     * @param before marks the same person scanned by phone
     */
    static ScanResult compare(
            List<Specimen> specimens,
            List<String> lines,
            Function<String, java.util.Optional<String>> read,
            Function<String, String> elsewhere,
            Set<String> before) {
        Map<String, Integer> position =
                specimens.stream().collect(Collectors.toMap(Specimen::mark, Specimen::position));
        List<String> findings = new ArrayList<>();
        Set<String> found = new LinkedHashSet<>();
        if (lines.size() > MOST_LINES) {
            return new ScanResult(found, List.of("一次扫描了 " + lines.size() + " 个码，本样品只有 " + specimens.size() + " 件"));
        }
        for (String line : lines) {
            String mark = read.apply(line).orElse(null);
            if (mark == null) {
                findings.add("“" + shortened(line) + "”不是本平台签发的标识");
            } else if (!position.containsKey(mark)) {
                findings.add("标识 " + tail(mark) + " " + elsewhere.apply(mark));
            } else if (!found.add(mark)) {
                findings.add("第 " + position.get(mark) + " 件重复扫描");
            }
        }
        Set<String> all = new HashSet<>(found);
        before.stream().filter(position::containsKey).forEach(all::add);
        specimens.stream()
                .filter(specimen -> !all.contains(specimen.mark()))
                .forEach(specimen -> findings.add("第 " + specimen.position() + " 件未扫描"));
        return new ScanResult(all, findings);
    }

    boolean complete() {
        return findings.isEmpty();
    }

    String because() {
        String text = findings.stream().limit(MOST_FINDINGS).collect(Collectors.joining("；"));
        int more = findings.size() - MOST_FINDINGS;
        return more > 0 ? text + "；另有 " + more + " 处" : text;
    }

    static String tail(String mark) {
        return "…" + MarkMaker.tail(mark);
    }

    static String shortened(String line) {
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }
}
