package org.jianzheng.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.reporting.Reporting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The groups of a project: as they were kept, to choose from; as they are proven, to evaluate. */
@Component
class ProjectGroups {

    private final Reporting reporting;

    ProjectGroups(Reporting reporting) {
        this.reporting = reporting;
    }

    List<CubeGroup> all(String projectCode) {
        return Arrays.stream(BatchKind.values())
                .flatMap(kind -> of(projectCode, kind))
                .toList();
    }

    private Stream<CubeGroup> of(String projectCode, BatchKind kind) {
        return reporting.printsOf(projectCode, kind.item()).stream().flatMap(print -> GroupReader.read(print).stream());
    }

    /** @throws NotFound where the project has no such batch */
    static BatchCriteria criteria(List<CubeGroup> all, String key) {
        return all.stream()
                .map(CubeGroup::criteria)
                .filter(criteria -> criteria.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("batch.unknown"));
    }

    static List<CubeGroup> of(List<CubeGroup> all, String key) {
        return all.stream().filter(group -> group.criteria().key().equals(key)).toList();
    }

    /**
     * What a choice makes of the proven groups of a batch. In a transaction of its own that only reads: a thousand proofs in one
     * that may also write would be compared with one another at each.
     *
     * @param all as they were kept
     */
    @Transactional(readOnly = true)
    BatchSelection proven(String projectCode, List<CubeGroup> all, BatchChoice choice) {
        BatchCriteria criteria = criteria(all, choice.key());
        return BatchSelection.of(criteria, proven(projectCode, of(all, choice.key())), choice);
    }

    /**
     * The same groups, each read from the proof of its report.
     *
     * @throws RuleBroken for the first that is not proven, or not proven to be what it was kept as: nothing is decided on it,
     *     and it is not left out in silence either
     */
    private List<CubeGroup> proven(String projectCode, List<CubeGroup> kept) {
        return kept.stream().map(group -> proven(projectCode, group)).toList();
    }

    private CubeGroup proven(String projectCode, CubeGroup kept) {
        Optional<CubeGroup> proven = reporting
                .provenPrint(kept.reportNo())
                .filter(print -> print.projectCode().equals(projectCode))
                .flatMap(GroupReader::read);
        return proven.filter(
                        group -> group.criteria().key().equals(kept.criteria().key()))
                .orElseThrow(() -> new RuleBroken("batch.group.unproven", kept.reportNo()));
    }
}
