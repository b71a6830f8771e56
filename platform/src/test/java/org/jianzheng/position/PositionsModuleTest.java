package org.jianzheng.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.GeoPoint;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.event.CustodyRecorded;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.Orders;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.warning.WarningView;
import org.jianzheng.warning.Warnings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Where samples are taken and witnessed, against the ground that the station drew. */
@PlatformTest
class PositionsModuleTest {

    private static final String PROJECT = "XM-2026-001";

    @Autowired
    Positions positions;

    @Autowired
    Sampling sampling;

    @Autowired
    Commissions commissions;

    @Autowired
    Warnings warnings;

    @Autowired
    Ledger ledger;

    @Autowired
    MockMvc pages;

    @Autowired
    MutableClock clock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    @Clause({"5.2.1", "5.3.2.1"})
    void aSampleTakenOffTheGroundAndWitnessedElsewhereIsRecordedAndWarnedOf() {
        String caseId = accepted();
        As.person("sampler", () -> sampling.take(caseId, taking(caseId, "34.3722", "107.1448")));
        assertThat(of(caseId)).extracting(WarningView::rule).containsExactly("position.rule.outside");
        assertThat(of(caseId).get(0).sentence()).contains("工地范围外 612 m");

        Map<String, Object> confirm = new HashMap<>(Map.of("decision", "CONFIRM", "marksSeen", true, "sealSeen", true));
        confirm.put("latitude", "34.3622");
        confirm.put("longitude", "107.1448");
        As.person("witness", () -> sampling.witness(caseId, confirm));
        assertThat(of(caseId))
                .extracting(WarningView::rule)
                .containsExactly("position.rule.outside", "position.rule.apart");
        assertThat(sampling.sample(caseId).state()).isEqualTo("WITNESSED");
    }

    @Test
    void aRecordWithoutAPositionOrOnTheGroundIsWarnedOfByNothing() {
        String caseId = accepted();
        As.person("sampler", () -> sampling.take(caseId, taking(caseId, "34.3622", "107.1449")));
        As.person(
                "witness",
                () -> sampling.witness(caseId, Map.of("decision", "CONFIRM", "marksSeen", true, "sealSeen", true)));
        assertThat(of(caseId)).isEmpty();
    }

    @Test
    void whatPhonesTellIsComparedWithWhatTheyToldBefore() {
        String shared = UUID.randomUUID().toString();
        String user = "u" + shared.substring(0, 8);
        for (int i = 1; i <= 3; i++) {
            clock.advance(Duration.ofMinutes(20));
            tell("S" + i + user, user, "34.362200", shared);
        }
        assertThat(found("S1" + user)).isEmpty();
        assertThat(found("S3" + user)).containsExactly("position.rule.sameDigits");
    }

    @Test
    void theStationDrawsTheGroundAnewWithItsReasonAndEarlierRecordsKeepTheirs() throws Exception {
        String code = "XM-2026-002";
        Map<String, String> polygon = Map.of(
                "shape", "POLYGON",
                "corners", "34.3600, 107.1430\n34.3600，107.1460\n 34.3640 107.1460\n34.3640, 107.1430\n",
                "reason", "总平面图");
        var draw = post("/projects/" + code + "/site").with(csrf()).with(As.signedIn("supervisor"));
        polygon.forEach(draw::param);
        pages.perform(draw).andExpect(status().is3xxRedirection());
        As.person(
                "stationadmin",
                () -> positions.draw(
                        code,
                        Map.of(
                                "shape",
                                "CIRCLE",
                                "latitude",
                                "34.3622",
                                "longitude",
                                "107.1448",
                                "radius",
                                "250",
                                "reason",
                                "复测")));
        Positions.Site site = As.person("supervisor", () -> positions.site(code));
        assertThat(site.drawn()).extracting(one -> one.version()).containsExactly(2, 1);
        assertThat(site.outline().radiusMetres()).isEqualTo(250);
        assertThat(ledger.ofSubject("site:" + code))
                .extracting(LedgerLine::action)
                .containsExactly("site.drawn", "site.drawn");
        String page = pages.perform(get("/projects/" + code + "/site").with(As.signedIn("supervisor")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("多边形", "总平面图", "复测", "<polygon");
    }

    @Test
    void aGroundThatSaysNothingIsRefusedByNamingTheField() {
        refused("position.corners.line", "corners", Map.of("shape", "POLYGON", "corners", "34.36", "reason", "x"));
        refused("kernel.number.words", "corners", Map.of("shape", "POLYGON", "corners", "北, 东", "reason", "x"));
        refused("kernel.form.choice", "shape", Map.of("shape", "STAR", "reason", "x"));
        refused(
                "kernel.form.empty",
                "reason",
                Map.of("shape", "CIRCLE", "latitude", "34.3", "longitude", "107.1", "radius", "100", "reason", " "));
        refused(
                "kernel.geo.latitude",
                "latitude",
                Map.of("shape", "CIRCLE", "latitude", "95", "longitude", "107.1", "radius", "100", "reason", "x"));
    }

    @Test
    void whoWasWhereIsForTheStationAlone() throws Exception {
        for (String other : List.of("sampler", "witness", "labadmin", "commissioner", "admin")) {
            pages.perform(get("/projects/" + PROJECT + "/site").with(As.signedIn(other)))
                    .andExpect(status().isNotFound());
            assertThatThrownBy(() -> As.person(other, () -> positions.draw(PROJECT, Map.of())))
                    .isInstanceOf(NotFound.class);
        }
    }

    private void refused(String code, String field, Map<String, String> form) {
        assertThatThrownBy(() -> As.person("supervisor", () -> positions.draw(PROJECT, form)))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.code()).isEqualTo(code);
                    assertThat(broken.field()).contains(field);
                });
    }

    private String accepted() {
        String caseId = UUID.randomUUID().toString();
        As.person("commissioner", () -> commissions.register(caseId, Orders.concrete()));
        As.person("receiver", () -> {
            commissions.review(caseId, Map.of("decision", "ACCEPT"));
            sampling.issueMarks(caseId);
        });
        return caseId;
    }

    private Map<String, Object> taking(String caseId, String latitude, String longitude) {
        String marks = sampling.sample(caseId).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .collect(Collectors.joining("\n"));
        return Map.of(
                "madeAt", clock.instant().minus(Duration.ofMinutes(10)).toString(),
                "marks", marks,
                "sealNo", "F-1",
                "latitude", latitude,
                "longitude", longitude);
    }

    private void tell(String sample, String username, String latitude, String phone) {
        GeoPoint place = new GeoPoint(new BigDecimal(latitude), new BigDecimal("107.144801"));
        String caseId = UUID.randomUUID().toString();
        As.person(
                "sampler",
                () -> transaction.executeWithoutResult(status -> events.publishEvent(new CustodyRecorded(
                        CustodyRecorded.Step.TAKING,
                        sample,
                        caseId,
                        "BJ01",
                        PROJECT,
                        clock.instant(),
                        username,
                        "某人",
                        new CustodyRecorded.Place(
                                place, new BigDecimal("8." + sample.charAt(1)), clock.instant(), phone)))));
    }

    private List<String> found(String sample) {
        // Other tests leave warnings of a later hour.
        return IntStream.range(0, 20)
                .boxed()
                .flatMap(page ->
                        As.person("supervisor", () -> warnings.list(new Warnings.Filter("", "", "", "BJ01"), page, 50))
                                .items()
                                .stream())
                .filter(one -> one.subject().id().equals(sample))
                .map(WarningView::rule)
                .toList();
    }

    private List<WarningView> of(String caseId) {
        return As.person("supervisor", () -> warnings.ofCase(caseId));
    }
}
