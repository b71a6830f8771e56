package org.jianzheng.support.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.SitePhone;
import org.jianzheng.support.upgrade.Scenario.Started;
import org.springframework.context.ApplicationContext;

/** Cases of a site without network: what its phones sent stands in the database and is not yet done with. */
final class OfflineStarts {

    private static final Duration WITHOUT_NETWORK = Duration.ofHours(1);

    private final ApplicationContext platform;
    private final CaseDriver driver;
    private final MutableClock clock;

    OfflineStarts(ApplicationContext platform) {
        this.platform = platform;
        this.driver = new CaseDriver(platform);
        this.clock = platform.getBean(MutableClock.class);
    }

    private record Signed(SitePhone phone, String caseId, Map<String, Object> record) {

        Started sent(String outcome) {
            assertThat(phone.send(record).outcome()).isEqualTo(outcome);
            return new Started(caseId, "BJ01");
        }
    }

    /** The station has not yet decided on the sampler's record. */
    Started takenLate() {
        return earlier(() -> taking(accepted())).sent("DEFERRED");
    }

    /** The station has not yet decided on the witness's record. */
    Started witnessedLate() {
        return earlier(() -> {
                    String caseId = accepted();
                    driver.take(caseId);
                    return witnessing(caseId);
                })
                .sent("DEFERRED");
    }

    /** The witness's record has come and waits for the sampler's, which is signed. */
    Started witnessedAhead() {
        Signed taking = taking(accepted());
        Signed witnessing = witnessing(taking.caseId());
        witnessing.record().put("kind", "WITNESS");
        witnessing.record().put("taskId", null);
        String body = SitePhone.text(taking.record());
        return new Started(
                witnessing.sent("HELD").caseId(),
                Map.of(
                        "lab",
                        "BJ01",
                        "record",
                        body,
                        "signature",
                        taking.phone().sign(body)));
    }

    private <T> T earlier(Supplier<T> work) {
        Instant then = clock.instant().minus(WITHOUT_NETWORK);
        try (var back = clock.present()) {
            clock.at(then);
            return work.get();
        }
    }

    private String accepted() {
        String caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        return caseId;
    }

    private Signed taking(String caseId) {
        Map<String, Object> form = Map.of(
                "decision",
                "TAKE",
                "madeAt",
                clock.instant().toString(),
                "marks",
                String.join("\n", marks(caseId)),
                "sealNo",
                "FZ-0812");
        return signed("sampler", caseId, form, List.of());
    }

    private Signed witnessing(String caseId) {
        Map<String, Object> form = Map.of("decision", "CONFIRM", "marksSeen", true, "sealSeen", true);
        return signed("witness", caseId, form, marks(caseId));
    }

    private Signed signed(String username, String caseId, Map<String, Object> form, List<String> marks) {
        SitePhone phone = SitePhone.confirmed(platform, username);
        return new Signed(phone, caseId, new LinkedHashMap<>(phone.record(driver.task(caseId), form, marks)));
    }

    private List<String> marks(String caseId) {
        return platform.getBean(Sampling.class).sample(caseId).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .toList();
    }
}
