package org.jianzheng.testing.correction;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ReadOnce;
import org.springframework.stereotype.Component;

/** The rows of corrections and of what was said on them. */
@Component
class CorrectionStore {

    private final EntityManager entities;
    private final CorrectionList list;
    private final ReadOnce<String, List<Correction>> ofCase = new ReadOnce<>(this::read);

    CorrectionStore(EntityManager entities, CorrectionList list) {
        this.entities = entities;
        this.list = list;
    }

    /** @throws RuleBroken where another one of the same subject is open, also one just proposed by somebody else */
    void open(Correction correction) {
        try {
            entities.persist(correction);
            entities.flush();
            ofCase.forget();
        } catch (PersistenceException twice) {
            throw new RuleBroken("testing.correction.open", correction.title());
        }
    }

    void add(Opinion word) {
        entities.persist(word);
        entities.flush();
    }

    Correction get(String id) {
        return Optional.ofNullable(entities.find(Correction.class, id))
                .orElseThrow(() -> new NotFound("testing.correction.unknown"));
    }

    /** For whoever changes it: of two at once the second sees what the first did. */
    Correction alone(String id) {
        Correction correction = get(id);
        entities.refresh(correction, LockModeType.PESSIMISTIC_WRITE);
        return correction;
    }

    Optional<Correction> newest(CorrectionSubject subject) {
        return entities.createQuery(
                        "from Correction where subjectKind = :kind and subjectId = :id order by proposedAt desc",
                        Correction.class)
                .setParameter("kind", subject.kind())
                .setParameter("id", subject.id())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Oldest first. */
    List<Correction> ofCase(String caseId) {
        return ofCase.of(caseId);
    }

    private List<Correction> read(String caseId) {
        return entities.createQuery("from Correction where caseId = :caseId order by proposedAt, id", Correction.class)
                .setParameter("caseId", caseId)
                .getResultList();
    }

    /** Oldest first. */
    List<Opinion> said(String correctionId) {
        return entities.createQuery("from Opinion where correctionId = :id order by saidAt, id", Opinion.class)
                .setParameter("id", correctionId)
                .getResultList();
    }

    Paged<Correction> list(Scope scope, CorrectionFilter filter, int page, int size) {
        return list.list(scope, filter, page, size);
    }
}
