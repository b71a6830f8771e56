package org.jianzheng.sampling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.sampling.SampleStore.MarkTaken;
import org.jianzheng.sampling.mark.MarkMaker;
import org.jianzheng.sampling.mark.MarkRolls;
import org.jianzheng.sampling.mark.RollMark;
import org.jianzheng.sampling.site.ArrivingRecord;
import org.jianzheng.sampling.site.SiteRecord;
import org.springframework.stereotype.Component;

/**
 * Puts blank marks of the contractor's rolls on a sample in place of those it was issued. A mark is bound once: its specimen is its
 * row, and of two who scan it at the same moment the database lets one have it.
 */
@Component
class Binding {

    private static final String FIELD = "marks";
    private static final String WRONG = "sampling.scan.wrong";

    private final SampleStore samples;
    private final Scanning scanning;
    private final MarkMaker maker;
    private final MarkRolls rolls;
    private final OfficialRows official;
    private final Commissions commissions;
    private final ArrivingRecord arriving;

    Binding(
            SampleStore samples,
            Scanning scanning,
            MarkMaker maker,
            MarkRolls rolls,
            OfficialRows official,
            Commissions commissions,
            ArrivingRecord arriving) {
        this.samples = samples;
        this.scanning = scanning;
        this.maker = maker;
        this.rolls = rolls;
        this.official = official;
        this.commissions = commissions;
        this.arriving = arriving;
    }

    /**
     * @return false where no mark of a roll was scanned: the sample goes by the marks it was issued
     * @throws RuleBroken naming every mark that cannot be bound
     */
    boolean bind(Sample sample, String typed) {
        List<String> lines = MarkMaker.codes(typed);
        if (lines.size() > ScanResult.MOST_LINES) {
            return false;
        }
        Map<String, String> read = new LinkedHashMap<>();
        lines.forEach(line -> maker.read(line).ifPresent(mark -> read.put(line, mark)));
        Map<String, RollMark> ofRolls = rolls.marksToBind(read.values());
        if (ofRolls.isEmpty()) {
            return false;
        }
        List<Specimen> bound = held(sample, lines, read, ofRolls);
        official.requireIntact(Map.of(
                "sampling_roll_mark",
                ofRolls.keySet().stream().map(mark -> Map.of("mark", mark)).toList()));
        try {
            samples.rebind(sample, bound);
        } catch (MarkTaken taken) {
            throw RuleBroken.at(FIELD, WRONG, "标识 " + ScanResult.tail(taken.mark()) + " 刚被绑定到其他样品");
        }
        return true;
    }

    /** In the order in which they were scanned. */
    private List<Specimen> held(
            Sample sample, List<String> lines, Map<String, String> read, Map<String, RollMark> ofRolls) {
        List<String> findings = new ArrayList<>();
        List<Specimen> bound = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String project = commissions.find(sample.caseId()).site().projectCode();
        for (String line : lines) {
            String mark = read.get(line);
            if (mark == null) {
                findings.add("“" + ScanResult.shortened(line) + "”不是本平台签发的标识");
                continue;
            }
            String wrong = seen.add(mark) ? wrong(mark, ofRolls.get(mark), sample, project) : "重复扫描";
            if (wrong == null) {
                bound.add(new Specimen(
                        mark, sample, bound.size() + 1, ofRolls.get(mark).rollNo()));
            } else {
                findings.add("标识 " + ScanResult.tail(mark) + " " + wrong);
            }
        }
        int wanted = samples.specimens(sample).size();
        if (lines.size() != wanted) {
            findings.add("本样品 " + wanted + " 件，扫描了 " + lines.size() + " 个标识，"
                    + (lines.size() < wanted ? "缺 " + (wanted - lines.size()) : "多 " + (lines.size() - wanted)) + " 个");
        }
        if (!findings.isEmpty()) {
            throw RuleBroken.at(FIELD, WRONG, new ScanResult(Set.of(), findings).because());
        }
        return bound;
    }

    /** Where a sample that was taken without an order is joined, its own number. */
    private String unordered() {
        return arriving.current()
                .map(SiteRecord::held)
                .map(SiteRecord.Held::arrivalId)
                .orElse(null);
    }

    /** Why the mark may not go on the sample, or null. */
    private String wrong(String mark, RollMark ofRoll, Sample sample, String project) {
        if (ofRoll == null) {
            boolean issued = samples.specimens(sample).stream()
                    .map(Specimen::mark)
                    .collect(Collectors.toSet())
                    .contains(mark);
            return issued ? "是随委托签发的，不能与标识卷混用" : scanning.whose(mark);
        }
        return ofRoll.refusal(sample.parties().contractorCode(), project, unordered());
    }
}
