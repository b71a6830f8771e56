package org.jianzheng.manualentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jianzheng.identity.Person;
import org.junit.jupiter.api.Test;

/** Whoever types says when the test began; the waiver goes by the server's clock as well. */
class TypingWaiverTest {

    private static final Instant ASKED = Instant.parse("2026-03-02T01:00:00Z");
    private static final Person ADMIN = new Person("labadmin", "何建明", Set.of("labs/BJ01/labadmin"));
    private static final Person STATION = new Person("supervisor", "杨国栋", Set.of("station/supervisor"));

    private final TypingWaiver waiver = new TypingWaiver(
            "BJ01-RL-2026-00001",
            new TypingWaiverRequest(
                    "concrete-cube", LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-10"), "设备改造"),
            ADMIN,
            ASKED);

    @Test
    void nothingIsTypedUnderOneThatIsNotDecided() {
        assertThat(waiver.covers(ASKED, ASKED)).isFalse();
        waiver.decide(false, "设备正常", STATION, ASKED);
        assertThat(waiver.covers(ASKED, ASKED)).isFalse();
    }

    @Test
    void aTestThatIsSaidToHaveBegunBeforeItEndedIsTypedForADayAndNoLonger() {
        waiver.decide(true, "同意", STATION, ASKED);
        Instant tested = Instant.parse("2026-03-04T02:00:00Z");
        assertThat(waiver.covers(tested, tested)).isTrue();
        Instant revoked = tested.plus(Duration.ofHours(3));
        waiver.revoke("已恢复", STATION, revoked);
        assertThat(waiver.covers(tested, revoked.plus(Duration.ofHours(20)))).isTrue();
        assertThat(waiver.covers(tested, revoked.plus(Duration.ofHours(25)))).isFalse();
        assertThat(waiver.covers(revoked.plusSeconds(1), revoked.plusSeconds(2)))
                .isFalse();
    }

    @Test
    void afterItsLastDayABackdatedTestIsNotTyped() {
        waiver.decide(true, "同意", STATION, ASKED);
        Instant tested = Instant.parse("2026-03-10T02:00:00Z");
        assertThat(waiver.covers(tested, Instant.parse("2026-03-11T02:00:00Z"))).isTrue();
        assertThat(waiver.covers(tested, Instant.parse("2026-03-13T02:00:00Z"))).isFalse();
        assertThat(waiver.covers(Instant.parse("2026-03-11T02:00:00Z"), Instant.parse("2026-03-11T02:00:00Z")))
                .isFalse();
    }
}
