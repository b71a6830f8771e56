package org.jianzheng.sampling;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
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

    SampleStore(EntityManager entities) {
        this.entities = entities;
        this.attempts = new ReadOnce<>(caseId -> read(
                Sample.class,
                "select s from Sample s left join fetch s.chain where s.caseId = :of order by s.attempt desc",
                caseId));
        this.specimens = new ReadOnce<>(
                sample -> read(Specimen.class, "from Specimen where sample.id = :of order by position", sample));
        this.scans = new ReadOnce<>(sample -> read(Scan.class, "from Scan where sample.id = :of order by at", sample));
    }

    private <T> List<T> read(Class<T> type, String query, String of) {
        return entities.createQuery(query, type).setParameter("of", of).getResultList();
    }

    void add(Sample sample, List<Specimen> marked) {
        List<Sample> before = attempts(sample.caseId());
        entities.persist(sample);
        marked.forEach(entities::persist);
        attempts.know(
                sample.caseId(),
                Stream.concat(Stream.of(sample), before.stream()).toList());
        specimens.know(sample.id(), marked);
    }

    void add(Sample sample, Scan latest) {
        List<Scan> before = scans(sample);
        entities.persist(latest);
        scans.know(
                sample.id(), Stream.concat(before.stream(), Stream.of(latest)).toList());
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
