package org.jianzheng.nonconformity.retest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseView;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.nonconformity.duty.Duty;
import org.jianzheng.nonconformity.duty.DutyStore;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.nonconformity.loop.Loops;
import org.jianzheng.reporting.report.ReportSigned;
import org.jianzheng.standards.evaluation.Verdict;

/** Where the program's own loops, duties and re-tests are kept while no database is there. */
public final class LoopTables {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private final Map<String, Loop> rows = new LinkedHashMap<>();
    private final List<Duty> dutyRows = new ArrayList<>();
    private final Map<String, String> retestOf = new HashMap<>();
    private final List<Object[]> retestRows = new ArrayList<>();

    private final Loops loops = new Rows();
    private final DutyStore duties = new DutyRows();
    private final RetestRows retests = new Signed();

    public Loops loops() {
        return loops;
    }

    public DutyStore duties() {
        return duties;
    }

    public RetestRows retests() {
        return retests;
    }

    /** Every re-test is of the same material here. */
    public RetestMatch match() {
        RetestMatch match = mock(RetestMatch.class);
        when(match.judge(anyString(), anyString())).thenAnswer(call -> retestRows.stream()
                .filter(row -> row[1].equals(call.getArgument(1)))
                .map(row -> new RetestMatch.Judged((Verdict) row[4], ""))
                .findFirst()
                .orElseThrow());
        return match;
    }

    public Loop loop(String reportNo) {
        return rows.get(reportNo);
    }

    public Set<String> reportNos() {
        return rows.keySet();
    }

    public Stream<Loop> all() {
        return rows.values().stream();
    }

    /** @param reportNo the report that the case tests again, or null */
    public void testsAgain(String caseId, String reportNo) {
        retestOf.put(caseId, reportNo);
    }

    public EntityManager entities() {
        EntityManager entities = mock(EntityManager.class);
        org.mockito.Mockito.doAnswer(call -> {
                    Loop loop = call.getArgument(0);
                    assertThat(rows.put(loop.reportNo(), loop)).isNull();
                    return null;
                })
                .when(entities)
                .persist(any(Loop.class));
        return entities;
    }

    public Commissions commissions() {
        Commissions commissions = mock(Commissions.class);
        CommissionView order = mock(CommissionView.class, RETURNS_DEEP_STUBS);
        when(order.site().projectCode()).thenReturn("P-1");
        when(commissions.find(anyString())).thenReturn(order);
        when(commissions.overview(anyString()))
                .thenAnswer(call -> new CaseView(
                        call.getArgument(0),
                        "WT-1",
                        new CaseParties("BJ01", "WBJT", "SJ1", "HC"),
                        "渭河新城",
                        "3号楼",
                        "rebar",
                        "YP-1",
                        null,
                        null,
                        null,
                        null,
                        NOW,
                        NOW,
                        null,
                        null));
        when(commissions.retestOf(anyString()))
                .thenAnswer(call -> Optional.ofNullable(retestOf.get(call.<String>getArgument(0))));
        when(commissions.retestsOf(anyString())).thenAnswer(call -> retestOf.entrySet().stream()
                .filter(entry -> call.getArgument(0).equals(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList());
        return commissions;
    }

    private final class Rows implements Loops {
        @Override
        public Optional<Loop> findAlone(String reportNo) {
            return findById(reportNo);
        }

        @Override
        public Optional<Loop> findById(String reportNo) {
            return Optional.ofNullable(rows.get(reportNo));
        }

        @Override
        public List<Loop> findByCaseIdOrderByOpenedAt(String caseId) {
            return rows.values().stream()
                    .filter(loop -> loop.caseId().equals(caseId))
                    .toList();
        }
    }

    private final class DutyRows implements DutyStore {

        private final Map<Duty, String> reports = new java.util.IdentityHashMap<>();

        @Override
        public Duty save(Duty duty) {
            dutyRows.add(duty);
            reports.put(duty, (String) org.springframework.test.util.ReflectionTestUtils.getField(duty, "reportNo"));
            return duty;
        }

        @Override
        public List<Duty> findByReportNoAndDoneAtIsNullOrderByStep(String reportNo) {
            return findByReportNoOrderBySinceAscStepAsc(reportNo).stream()
                    .filter(duty -> duty.doneAt() == null)
                    .toList();
        }

        @Override
        public List<Duty> findByReportNoOrderBySinceAscStepAsc(String reportNo) {
            return dutyRows.stream()
                    .filter(duty -> reportNo.equals(reports.get(duty)))
                    .toList();
        }
    }

    /** What re-tests said, latest first. */
    private final class Signed extends RetestRows {

        Signed() {
            super(null, null, null);
        }

        @Override
        void add(String reportNo, ReportSigned signed, String commissionNo) {
            retestRows.add(new Object[] {
                reportNo, signed.reportNo(), signed.caseId(), commissionNo, signed.conclusion(), signed.at()
            });
        }

        @Override
        List<RetestRows.Signed> decisive(String reportNo) {
            List<RetestRows.Signed> found = new ArrayList<>();
            for (Object[] row : retestRows) {
                if (row[0].equals(reportNo)
                        && Set.of(Verdict.PASS, Verdict.FAIL, Verdict.RETEST).contains(row[4])) {
                    found.add(0, new RetestRows.Signed((String) row[1], (Instant) row[5]));
                }
            }
            return found;
        }

        @Override
        List<String> cases(String reportNo) {
            return retestRows.stream()
                    .filter(row -> row[0].equals(reportNo))
                    .map(row -> (String) row[2])
                    .toList();
        }
    }
}
