package org.jianzheng.batch;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** All groups of a batch, each with what a choice makes of it: none disappears. */
public record BatchSelection(BatchCriteria criteria, List<Chosen> groups) {

    private static final int SEEN = 16;

    /** What a choice makes of a group. */
    public enum Fate {
        TAKEN,
        OTHER_PART,
        OTHER_DAYS,
        /** Named one by one by whoever chose. */
        LEFT_OUT,
        /** Counts for nobody, see {@link NotCounted}. */
        UNCOUNTED
    }

    public record Chosen(CubeGroup group, Fate fate) {}

    /** @param all of the same criteria */
    static BatchSelection of(BatchCriteria criteria, Collection<CubeGroup> all, BatchChoice choice) {
        return new BatchSelection(
                criteria,
                all.stream()
                        .sorted(CubeGroup.IN_ORDER)
                        .map(group -> new Chosen(group, fate(group, choice)))
                        .toList());
    }

    private static Fate fate(CubeGroup group, BatchChoice choice) {
        if (!group.counts()) {
            return Fate.UNCOUNTED;
        }
        if (!choice.extent().covers(group.place())) {
            return Fate.OTHER_PART;
        }
        if (!choice.extent().covers(group.madeOn())) {
            return Fate.OTHER_DAYS;
        }
        return choice.leftOut().contains(group.reportNo()) ? Fate.LEFT_OUT : Fate.TAKEN;
    }

    public List<CubeGroup> taken() {
        return groups.stream()
                .filter(one -> one.fate() == Fate.TAKEN)
                .map(Chosen::group)
                .toList();
    }

    /** They would count, and are not in it. */
    public List<Chosen> leftOut() {
        return groups.stream()
                .filter(one -> one.fate() != Fate.TAKEN && one.fate() != Fate.UNCOUNTED)
                .toList();
    }

    public List<CubeGroup> uncounted() {
        return groups.stream()
                .filter(one -> one.fate() == Fate.UNCOUNTED)
                .map(Chosen::group)
                .toList();
    }

    public boolean anyLeftOutByName() {
        return groups.stream().anyMatch(one -> one.fate() == Fate.LEFT_OUT);
    }

    /** Whether the three that are taken follow one another: no group that counts was made between them. */
    boolean consecutive() {
        List<Fate> fates = groups.stream()
                .map(Chosen::fate)
                .filter(fate -> fate != Fate.UNCOUNTED)
                .toList();
        long between = fates.lastIndexOf(Fate.TAKEN) - fates.indexOf(Fate.TAKEN) + 1L;
        return between == taken().size();
    }

    /** Changes with every group and every fate: whoever evaluates has seen just this. */
    public String seen() {
        String all = groups.stream()
                .map(one -> one.group().reportNo() + one.fate() + one.group().value())
                .collect(Collectors.joining("\n"));
        return DigestUtils.sha256Hex(all).substring(0, SEEN);
    }
}
