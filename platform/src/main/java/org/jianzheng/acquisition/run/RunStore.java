package org.jianzheng.acquisition.run;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Runs as they are kept. */
public interface RunStore extends Repository<Run, String> {

    /** As {@link RunView.Times#tested}. */
    String TESTED = "select new org.jianzheng.acquisition.run.RunSpan(r.id,"
            + " case when r.permitId is null then r.begunAt else r.machineStartedAt end,"
            + " case when r.permitId is null then r.endedAt else r.machineEndedAt end)";

    String ENDED = " and r.begunAt is not null and r.endedAt is not null"
            + " and (r.permitId is null or (r.machineStartedAt is not null and r.machineEndedAt is not null))";

    Run saveAndFlush(Run run);

    Optional<Run> findById(String id);

    /** Held until the transaction ends: two nodes may have parts of one run in hand. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Run r where r.id = :id")
    Optional<Run> lock(String id);

    List<Run> findByIdIn(Collection<String> ids);

    @Query("select r from Run r where r.mark = :mark and r.method = :method and r.stage = :stage order by r.openedAt")
    List<Run> ofPiece(String mark, String method, String stage);

    @Query("select r from Run r where r.caseId = :caseId order by r.openedAt")
    List<Run> ofCase(String caseId);

    @Query("select r from Run r where r.state = :state and r.openedAt < :before order by r.openedAt")
    List<Run> waiting(RunState state, Instant before, Pageable first);

    @Query("select r from Run r where r.permitId = :permitId")
    List<Run> ofPermit(String permitId);

    /** Opened or sending right now, on any machine. */
    @Query("select r from Run r where r.busyKey is not null or r.state = RunState.RECEIVING order by r.openedAt")
    List<Run> busy(Pageable first);

    boolean existsByBusyKey(String equipment);

    @Query(TESTED + " from Run r where r.equipment = :equipment and r.openedAt >= :after and r.id <> :besides" + ENDED)
    List<RunSpan> onMachine(String equipment, Instant after, String besides);

    @Query(TESTED + " from Run r where r.operator = :operator and r.openedAt >= :after and r.id <> :besides" + ENDED)
    List<RunSpan> byOperator(String operator, Instant after, String besides);

    /** SHA-256 over the points of a sealed run. */
    @Query("select r.sha256 from Run r where r.id = :id and r.sha256 is not null")
    Optional<String> sealedSha256(String id);

    long count(Specification<Run> where);

    Page<Run> findAll(Specification<Run> where, Pageable page);
}
