package org.jianzheng.sampling;

import jakarta.persistence.EntityExistsException;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
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
        this.specimens = new ReadOnce<>(sample ->
                standing(read(Specimen.class, "from Specimen where sample.id = :of order by position", sample)));
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

    /**
     * The sample's specimens bear these marks instead of those it was issued.
     *
     * @throws MarkTaken for one that is on another specimen by now
     */
    void rebind(Sample sample, List<Specimen> bound) {
        // In one order for everybody: two who bind the same marks wait for each other at the first, not crosswise.
        bound.stream().sorted(Comparator.comparing(Specimen::mark)).forEach(this::insert);
        specimens.know(sample.id(), bound);
    }

    private void insert(Specimen specimen) {
        try {
            entities.persist(specimen);
            entities.flush();
        } catch (ConstraintViolationException | EntityExistsException taken) {
            throw new MarkTaken(specimen.mark(), taken);
        }
    }

    /** Somebody else was first. */
    static final class MarkTaken extends RuntimeException {

        private final String mark;

        private MarkTaken(String mark, Exception cause) {
            super(cause);
            this.mark = mark;
        }

        String mark() {
            return mark;
        }
    }

    // Where marks of a roll were bound, those the sample was issued are void.
    private static List<Specimen> standing(List<Specimen> all) {
        List<Specimen> ofRolls = all.stream().filter(Specimen::isOfRoll).toList();
        return ofRolls.isEmpty() ? all : ofRolls;
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
