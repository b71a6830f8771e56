package org.jianzheng.sampling.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.jianzheng.sampling.phone.record.PhoneRecords;
import org.jianzheng.support.As;
import org.jianzheng.support.CameraPhoto;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.SitePhone;
import org.jianzheng.warning.WarningView;
import org.jianzheng.warning.Warnings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A photo that was there before, or that its camera says is of another time, is warned of and refused by nobody. */
@PlatformTest
class PhotoWarningsModuleTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    Sampling sampling;

    @Autowired
    SitePhotos photos;

    @Autowired
    PhoneRecords records;

    @Autowired
    Warnings warnings;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc browser;

    CaseDriver driver;
    SitePhone sampler;

    @BeforeEach
    void phone() {
        driver = new CaseDriver(platform);
        sampler = SitePhone.confirmed(platform, "sampler");
    }

    @Test
    @Clause("7.1.2")
    void aSealedPhotoOfAnotherSampleMadeSmallerAndEncodedAnewIsWarnedOfWithBoth() {
        byte[] photo = SitePhone.picture(1600, 1200);
        String first = accepted();
        send(first, photo, SitePhone.picture(640, 480));
        assertThat(found(first)).isEmpty();
        String second = accepted();
        send(second, smaller(photo), SitePhone.picture(640, 480));
        assertThat(sampling.sample(second).state()).isEqualTo("TAKEN");
        WarningView warning = found(second).get(0);
        assertThat(found(second)).hasSize(1);
        assertThat(warning.rule()).isEqualTo("sampling.photo.rule.repeated");
        assertThat(warning.sentence()).contains(sampling.sample(first).label());
        assertThat(warning.evidence().get("photo")).startsWith("/cases/" + second + "/site/sampler/");
        assertThat(warning.evidence().get("earlierPhoto"))
                .isEqualTo(photos.ofCase(first).stream()
                        .map(one -> one.page(first))
                        .filter(warning.evidence().get("earlierPhoto")::equals)
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void thePageOfTheWarningShowsBothPhotosToWhoeverMaySeeTheirCases() throws Exception {
        byte[] photo = SitePhone.picture(1600, 1200);
        send(accepted(), photo, SitePhone.picture(640, 480));
        String second = accepted();
        send(second, smaller(photo), SitePhone.picture(640, 480));
        WarningView warning = found(second).get(0);
        ResultActions page = browser.perform(get("/warnings/" + warning.id()).with(As.signedIn("supervisor")));
        for (String name : List.of("photo", "earlierPhoto")) {
            String shown = warning.evidence().get(name);
            page.andExpect(content().string(containsString(shown + "?small=true")));
            browser.perform(get(shown).with(As.signedIn("supervisor")))
                    .andExpect(status().isOk())
                    .andExpect(content().contentType(MediaType.IMAGE_JPEG));
            browser.perform(get(shown).with(As.signedIn("tester2"))).andExpect(status().isNotFound());
        }
    }

    @Test
    void onePhotoCannotStandForSpecimensAndPersonOfTheSameRecord() {
        byte[] photo = SitePhone.picture(1600, 1200);
        String caseId = accepted();
        send(caseId, photo, smaller(photo));
        assertThat(found(caseId)).isNotEmpty().allSatisfy(warning -> assertThat(warning.rule())
                .isEqualTo("sampling.photo.rule.repeated"));
    }

    @Test
    void whatTheCameraWroteIsShownAndAnotherTimeIsWarnedOf() {
        Instant now = clock.instant();
        String caseId = accepted();
        send(
                caseId,
                CameraPhoto.of(SitePhone.picture(640, 480), "Redmi Note 12", now.minus(Duration.ofMinutes(11))),
                CameraPhoto.of(SitePhone.picture(640, 480), "Redmi Note 12", now.minus(Duration.ofMinutes(9))));
        assertThat(found(caseId)).singleElement().satisfies(warning -> {
            assertThat(warning.rule()).isEqualTo("sampling.photo.rule.otherTime");
            assertThat(warning.evidence()).containsKey("cameraTime");
        });
        var shown = As.person("receiver", () -> records.ofCase(caseId)).get(0).photos();
        assertThat(shown).hasSize(2).allSatisfy(photo -> {
            assertThat(photo.kept().camera().model()).isEqualTo("Redmi Note 12");
            assertThat(photo.kept().camera().takenAt()).isPresent();
            assertThat(photo.kept().camera().latitude()).isEqualByComparingTo("34.361111");
            assertThat(photo.kept().camera().longitude()).isEqualByComparingTo("107.237222");
        });
    }

    private String accepted() {
        String caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        return caseId;
    }

    private List<WarningView> found(String caseId) {
        return As.person("supervisor", () -> warnings.ofCase(caseId)).stream()
                .filter(warning -> warning.rule().startsWith("sampling.photo."))
                .toList();
    }

    private void send(String caseId, byte[] sealed, byte[] person) {
        Map<String, Object> form = Map.of(
                "decision",
                "TAKE",
                "madeAt",
                clock.instant().toString(),
                "marks",
                String.join(
                        "\n",
                        sampling.sample(caseId).specimens().stream()
                                .map(SampleView.SpecimenView::mark)
                                .toList()),
                "sealNo",
                "FZ-3");
        Map<String, Object> record = sampler.bare(driver.task(caseId), form, List.of());
        record.put(
                "photos",
                List.of(
                        Map.of("sha256", sampler.send(sealed), "purpose", "SEALED"),
                        Map.of("sha256", sampler.send(person), "purpose", "PERSON")));
        assertThat(sampler.send(record).outcome()).isEqualTo("ACCEPTED");
    }

    private static byte[] smaller(byte[] jpeg) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
            BufferedImage small = new BufferedImage(900, 675, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = small.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(image, 0, 0, 900, 675, null);
            pen.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(small, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
