package org.jianzheng.testing.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.identity.Person;
import org.jianzheng.testing.procedure.Findings;
import org.jianzheng.testing.procedure.TestFamily;
import org.jianzheng.testing.procedure.TestSubject;
import org.junit.jupiter.api.Test;

/** By when an order's record should be there. */
class TestOrderTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Person ADMIN = new Person("labadmin", "何建明", Set.of("labs/BJ01/labadmin"));
    private static final Person TESTER = new Person("tester", "张伟", Set.of("labs/BJ01/tester"));
    private static final Instant RETURNED = Instant.parse("2026-11-25T02:00:00Z");
    private static final TestSubject CUBES = Findings.subject(TestFamily.of("concrete-cube"), "C30", Map.of());

    private final TestOrder order =
            new TestOrder("BJ01-RW-2026-00001", CUBES, on(MONDAY), ADMIN, Instant.parse("2026-11-23T01:00:00Z"));

    @Test
    void aRecordIsDueWhenItsPlannedDayEnds() {
        assertThat(order.due()).isEqualTo("2026-11-23T16:00:00Z");
    }

    @Test
    void aReturnedRecordIsDueADayLater() {
        returned();

        assertThat(order.due()).isEqualTo("2026-11-26T02:00:00Z");
    }

    @Test
    void orderedAnewAfterAReturnItIsDueOnTheDayThatIsNowPlanned() {
        returned();
        order.handBack(RETURNED);
        order.reassign(CUBES, on(MONDAY.plusDays(14)), ADMIN, RETURNED);

        assertThat(order.due()).isEqualTo("2026-12-07T16:00:00Z");
    }

    @Test
    void itsMachinesAreThoseThatWereChosenWhateverTheirCodes() {
        List<String> codes = List.of("BJ01-WN-01", "BJ01-WQ-01", "BJ01,TP，01", "BJ01;TP 02", "BJ01-TP-03");
        var assignment = new TestOrder.Assignment("tester", "张伟", codes, MONDAY, "力学室");

        assertThat(new TestOrder("BJ01-RW-2026-00002", CUBES, assignment, ADMIN, RETURNED).machines())
                .isEqualTo(codes);
    }

    private void returned() {
        order.recorded(TESTER);
        order.sendBack("main", "请核对破坏荷载", ADMIN, RETURNED);
    }

    private static TestOrder.Assignment on(LocalDate day) {
        return new TestOrder.Assignment("tester", "张伟", List.of("BJ01-YL-01"), day, "力学室");
    }
}
