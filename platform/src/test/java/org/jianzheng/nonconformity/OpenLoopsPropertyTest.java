package org.jianzheng.nonconformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jianzheng.commission.CaseView;
import org.jianzheng.commission.CommissionView;
import org.jianzheng.commission.Commissions;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.notice.Notices;
import org.jianzheng.records.Ledger;
import org.jianzheng.reporting.ReportSigned;
import org.jianzheng.support.Clause;
import org.jianzheng.support.MutableClock;
import org.jianzheng.testing.ResultView;
import org.jianzheng.testing.Testing;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.WorkingDays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * However signatures, steps of loops, re-tests, closings and withdrawals follow one another, in turn or out of it: open are
 * the loops of the failing results that were neither closed nor withdrawn, and no others. Tables and engine are stand-ins;
 * what decides is the program's own. A seed that fails is named with what was done; {@code -Dloops.seed=} does it again.
 */
class OpenLoopsPropertyTest {

    private static final int ACTIONS = 250;
    private static final List<String> CONCLUSIONS = List.of("PASS", "FAIL", "RETEST", "INVALID", "REFER");
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    private final Map<String, Loop> rows = new LinkedHashMap<>();
    private final List<Duty> dutyRows = new ArrayList<>();
    private final Map<String, String> retestOf = new HashMap<>();
    private final List<Object[]> retestRows = new ArrayList<>();
    private final Set<String> announced = new TreeSet<>();
    private final MutableClock clock = new MutableClock();

    private final Set<String> failing = new TreeSet<>();
    private final Set<String> ended = new TreeSet<>();
    private final List<String> trace = new ArrayList<>();

    private Opening opening;
    private Handling handling;

    @BeforeEach
    void wire() {
        TransactionSynchronizationManager.initSynchronization();
        clock.at(START);
        Loops loops = new Rows();
        Commissions commissions = commissions();
        Processes processes = mock(Processes.class);
        when(processes.start(anyString(), anyString(), any())).thenReturn("process");
        Testing testing = testing();
        Retesting retesting = new Retesting(
                loops, commissions, testing, processes, new Table(), mock(PlatformTransactionManager.class));
        Identity identity = identity();
        ApplicationEventPublisher events = this::hear;
        opening = new Opening(entities(), commissions, processes, retesting, mock(Ledger.class), identity, events);
        Policy policy = policy();
        Telling telling = new Telling(mock(Notices.class));
        Duties duties = new Duties(new DutyRows(), policy, workingDays(), telling, clock);
        handling = new Handling(
                loops,
                duties,
                policy,
                retesting,
                mock(Papers.class),
                telling,
                commissions,
                testing,
                mock(Ledger.class),
                identity,
                events,
                clock);
    }

    @AfterEach
    void endTransaction() {
        TransactionSynchronizationManager.clearSynchronization();
    }

    @RepeatedTest(40)
    @Clause({"5.3.5", "9.1.2"})
    void openAreTheLoopsOfFailingResultsThatWereNeitherClosedNorWithdrawn() {
        long seed = Long.getLong("loops.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int i = 0; i < ACTIONS; i++) {
            clock.advance(Duration.ofMinutes(1 + random.nextInt(2000)));
            act(random);
            Set<String> expected = new TreeSet<>(failing);
            expected.removeAll(ended);
            String what = "seed " + seed + ": " + trace;
            assertThat(open()).as(what).isEqualTo(expected);
            assertThat(announced).as("as other modules heard it, " + what).isEqualTo(expected);
        }
        assertThat(ended).as("seed " + seed + " reaches ends").isNotEmpty();
    }

    private void act(Random random) {
        List<String> numbers = List.copyOf(rows.keySet());
        int kind = random.nextInt(100);
        if (numbers.isEmpty() || kind < 6) {
            sign(random, null);
        } else if (kind < 12) {
            sign(random, pick(random, numbers));
        } else if (kind < 14) {
            withdraw(pick(random, numbers));
        } else if (kind < 30) {
            step(
                    random,
                    pick(random, numbers),
                    pick(random, List.of(Step.values())).name());
        } else {
            String no = pick(random, numbers);
            step(random, no, turn(rows.get(no)));
        }
    }

    private void sign(Random random, String first) {
        String no = "R-" + (failing.size() + trace.size());
        String conclusion = pick(random, CONCLUSIONS);
        trace.add("sign " + no + " " + conclusion + (first == null ? "" : " again " + first));
        retestOf.put("case-" + no, first);
        opening.on(new ReportSigned("id", no, "case-" + no, "BJ01", conclusion, clock.instant()));
        if (Set.of("FAIL", "RETEST").contains(conclusion)) {
            failing.add(no);
        }
    }

    private void withdraw(String no) {
        attempt(no, "withdraw", () -> {
            handling.withdraw(handling.loop(no), "误报");
            return "WITHDRAWN";
        });
    }

    /** What the diagram would do next. */
    private static String turn(Loop loop) {
        return switch (loop.state()) {
            case OPENED -> loop.failure() == null ? "report" : "call";
            case RETEST_FIRST -> "firstRetest";
            case NOTIFIED -> "confirm";
            case PLANNING -> "planTreatment";
            case PLAN_REVIEW -> "reviewPlan";
            case DISPUTED -> "decideDispute";
            case RETEST_ORDERED -> "commissionRetest";
            case RETESTING -> "awaitRetest";
            case TREATING -> "reportCompletion";
            case CHECKING -> "checkTreatment";
            case CLOSING, CLOSED, WITHDRAWN -> "closeLoop";
        };
    }

    private void step(Random random, String no, String step) {
        String treatment = pick(random, List.of(Treatment.values())).name();
        String good = random.nextInt(4) > 0 ? "PASS" : "RETURN";
        attempt(no, step, () -> switch (step) {
            case "report" -> handling.report(no);
            case "call" -> call(no);
            case "firstRetest" -> called(no, handling.firstRetest(no));
            case "planTreatment" -> handling.plan(no, form("treatment", treatment, "plan", "方案"));
            case "reviewPlan" -> handling.review(no, form("decision", good, "reason", "意见"));
            case "decideDispute" ->
                handling.settleDispute(
                        no, form("decision", pick(random, List.of("ORDER", "REJECT", "WITHDRAW")), "reason", "意见"));
            case "commissionRetest" -> done(() -> handling.orderRetest(no));
            case "awaitRetest" -> handling.retestOutcome(no);
            case "reportCompletion" -> done(() -> handling.complete(no, form("completion", "已办")));
            case "checkTreatment" -> handling.check(no, form("decision", good, "opinion", "意见"));
            case "closeLoop" ->
                handling.close(
                        no,
                        form(
                                "decision",
                                pick(random, List.of("CLOSE", "CLOSE", "REPLAN", "REWORK", "WITHDRAW")),
                                "opinion",
                                "意见"));
            default -> confirm(no, step);
        });
    }

    private String call(String no) {
        handling.call(no);
        return "CALLED";
    }

    private String called(String no, String outcome) {
        return Set.of("FAILED", "MISSING").contains(outcome) ? call(no) : outcome;
    }

    private String confirm(String no, String step) {
        List<Step> receipts = step.equals("confirm")
                ? List.of(Step.confirmDeveloper, Step.confirmContractor, Step.confirmSupervision)
                : List.of(Step.valueOf(step));
        receipts.forEach(receipt -> handling.acknowledge(no, receipt, form()));
        return "CONFIRMED";
    }

    private static String done(Runnable work) {
        work.run();
        return "DONE";
    }

    // Out of turn is refused, as the transaction would take it back; what is taken is taken whole.
    private void attempt(String no, String step, Supplier<String> work) {
        try {
            String outcome = work.get();
            trace.add(step + " " + no + " " + outcome);
            if (Set.of("CLOSED", "WITHDRAWN").contains(outcome)) {
                ended.add(no);
            }
        } catch (RuleBroken refused) {
            trace.add(step + " " + no + " refused");
        }
    }

    private Set<String> open() {
        return rows.values().stream()
                .filter(loop -> loop.state().open())
                .map(Loop::reportNo)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void hear(Object event) {
        if (event instanceof LoopOpened opened) {
            assertThat(announced.add(opened.reportNo())).isTrue();
        } else if (event instanceof LoopClosed closed) {
            assertThat(announced.remove(closed.loopId())).isTrue();
        }
    }

    private static <T> T pick(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static FormValues form(String... keysAndValues) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            form.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new FormValues(form);
    }

    private EntityManager entities() {
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

    private Commissions commissions() {
        Commissions commissions = mock(Commissions.class);
        CommissionView order = mock(CommissionView.class);
        when(order.projectCode()).thenReturn("P-1");
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
                        START,
                        START,
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

    private static Testing testing() {
        ResultView result = mock(ResultView.class);
        when(result.rows()).thenReturn(List.of(new ResultView.RequirementRow("下屈服强度", "≥400 MPa", "380", "FAIL")));
        when(result.concludedAt()).thenReturn(START);
        Testing testing = mock(Testing.class);
        when(testing.result(anyString())).thenReturn(result);
        return testing;
    }

    private static Identity identity() {
        Identity identity = mock(Identity.class);
        when(identity.acting()).thenReturn(new Person("supervisor", "杨国栋", Set.of("station/supervisor")));
        when(identity.as(any(), any()))
                .thenAnswer(call -> call.<Supplier<?>>getArgument(1).get());
        return identity;
    }

    // Half of the policies let the re-test come first.
    private static Policy policy() {
        Map<String, Integer> days = Arrays.stream(Step.values())
                .map(Step::days)
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> 3));
        Policy policy = mock(Policy.class);
        int[] asked = {0};
        when(policy.of(anyString()))
                .thenAnswer(call -> new Terms(asked[0]++ % 2 == 0 ? Calls.FIRST_FAILURE : Calls.AFTER_RETEST, days));
        return policy;
    }

    private static WorkingDays workingDays() {
        WorkingDays days = mock(WorkingDays.class);
        when(days.endOfDayAfter(any(), anyInt()))
                .thenAnswer(call -> call.<Instant>getArgument(0).plus(Duration.ofDays(call.<Integer>getArgument(1))));
        return days;
    }

    private final class Rows implements Loops {
        @Override
        public Optional<Loop> findByReportNo(String reportNo) {
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

    /** nonconformity_retest, for its one statement of each kind: rows go in whole, and come back latest first. */
    private final class Table extends JdbcTemplate {

        @Override
        public int update(String statement, Object... values) {
            retestRows.add(values);
            return 1;
        }

        @Override
        public <T> List<T> query(String statement, RowMapper<T> mapper, Object... values) {
            List<T> found = new ArrayList<>();
            for (int i = retestRows.size() - 1; i >= 0; i--) {
                Object[] row = retestRows.get(i);
                if (row[0].equals(values[0]) && Set.of("PASS", "FAIL", "RETEST").contains(row[4])) {
                    found.add(mapped(mapper, row));
                }
            }
            return found;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> List<T> queryForList(String statement, Class<T> type, Object... values) {
            return (List<T>) retestRows.stream()
                    .filter(row -> row[0].equals(values[0]))
                    .map(row -> row[2])
                    .toList();
        }

        private <T> T mapped(RowMapper<T> mapper, Object[] row) {
            try {
                java.sql.ResultSet cells = mock(java.sql.ResultSet.class);
                when(cells.getString(1)).thenReturn((String) row[1]);
                when(cells.getString(2)).thenReturn((String) row[4]);
                when(cells.getObject(3, LocalDateTime.class)).thenReturn((LocalDateTime) row[5]);
                return mapper.mapRow(cells, 0);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
