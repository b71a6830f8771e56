package org.jianzheng.sampling;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.records.ReadOnce;
import org.springframework.stereotype.Component;

/** Samples with their specimens and scans; each is read once in a transaction. */
@Component
class SampleStore {

    private final EntityManager entities;
    private final ReadOnce<String, List<Sample>> attempts;
    private final ReadOnce<String, List<Specimen>> specimens;
    private final ReadOnce<String, List<Scan>> scans;

    SampleStore(EntityManager entities, Samples samples, Specimens specimens, ScanStore scans) {
        this.entities = entities;
        this.attempts = new ReadOnce<>(samples::findByCaseIdOrderByAttemptDesc);
        this.specimens = new ReadOnce<>(specimens::findBySampleIdOrderByPosition);
        this.scans = new ReadOnce<>(scans::findBySampleIdOrderByAt);
    }

    void add(Sample sample, List<Specimen> marked) {
        entities.persist(sample);
        marked.forEach(entities::persist);
        attempts.forget();
    }

    void add(Scan scan) {
        entities.persist(scan);
        scans.forget();
    }

    /** The case's attempts, the latest first. */
    List<Sample> attempts(String caseId) {
        return attempts.of(caseId);
    }

    Sample latest(String caseId) {
        return attempts(caseId).stream().findFirst().orElseThrow(() -> new NotFound("sampling.sample.unknown"));
    }

    /** By their position. */
    List<Specimen> specimens(Sample sample) {
        return specimens.of(sample.id());
    }

    /** The earliest first. */
    List<Scan> scans(Sample sample) {
        return scans.of(sample.id());
    }
}
