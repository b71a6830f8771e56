package org.jianzheng.sampling.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.phone.photo.PhotoDestruction;
import org.jianzheng.sampling.phone.photo.SitePhoto;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.jianzheng.sampling.phone.record.PhoneRecordView;
import org.jianzheng.sampling.phone.record.PhoneRecords;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.SitePhone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A photo is destroyed with its key: nobody sees it again, and the ledger goes on saying which it was. */
@PlatformTest
class PhotoDestructionModuleTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    Sampling sampling;

    @Autowired
    PhoneRecords records;

    @Autowired
    SitePhotos photos;

    @Autowired
    PhotoDestruction destruction;

    @Autowired
    Ledger ledger;

    CaseDriver driver;
    String caseId;

    @BeforeEach
    void acceptedCommission() {
        driver = new CaseDriver(platform);
        caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
    }

    @Test
    void theLedgerNamesAPhotoSoThatOnlyItsRowLetsItBeVerified() {
        PhoneRecordView record = sent();
        SitePhoto photo =
                photos.find(record.photos().get(0).sha256(), "sampler").orElseThrow();
        Map<String, Object> said =
                ledger.provenOf("phone-record:" + record.arrivalId()).get(0).content();
        String proof = DigestUtils.sha256Hex(photo.kept().salt() + photo.sha256());
        assertThat(said.get("photos").toString()).contains(proof).doesNotContain(photo.sha256());
        assertThat(said.get("files").toString()).contains(photo.kept().file());
        String label = sampling.sample(caseId).label();
        assertThat(ledger.provenOf("sample:" + label))
                .filteredOn(entry -> entry.line().action().equals("sample.taken"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.content().get("photos").toString())
                        .contains(proof)
                        .doesNotContain(photo.sha256()));
    }

    @Test
    void aRunningCaseKeepsThePhotosItRestsOn() {
        String sha256 = sent().photos().get(0).sha256();
        refused("sampling.photo.destroy.station", () -> destroy("supervisor", sha256, "本人要求"));
        refused("kernel.form.empty", () -> destroy("stationadmin", sha256, " "));
        refused("sampling.photo.destroy.running", () -> destroy("stationadmin", sha256, "本人要求"));
        assertThat(photos.shown(photos.find(sha256, "sampler").orElseThrow(), true))
                .isNotEmpty();
    }

    @Test
    void whatDoesNotCountIsDestroyedWithItsKeyAndTheLedgerStays() {
        SitePhone phone = SitePhone.confirmed(platform, "sampler");
        Map<String, Object> record = taking(phone);
        driver.take(caseId);
        assertThat(phone.send(record).outcome()).isEqualTo("EVIDENCE");
        PhoneRecordView kept = ofCase();
        String sha256 = kept.photos().get(0).sha256();
        destroy("stationadmin", sha256, "本人依法要求删除");
        SitePhoto photo = photos.find(sha256, "sampler").orElseThrow();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> photos.shown(photo, true));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> photos.shown(photo, false));
        assertThat(ofCase().photos())
                .filteredOn(one -> one.sha256().equals(sha256))
                .singleElement()
                .satisfies(one -> assertThat(one.destroyed().reason()).isEqualTo("本人依法要求删除"));
        assertThat(ledger.provenOf("phone-photo:" + photo.proof()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.line().action()).isEqualTo("phone.photo.destroyed"));
        assertThat(ledger.provenOf("phone-record:" + kept.arrivalId())).isNotEmpty();
        refused("sampling.photo.destroy.twice", () -> destroy("stationadmin", sha256, "再次"));
    }

    /** Whoever names a photo of a running case in a record to one that has ended opens no way to it. */
    @Test
    void aPhotoThatARunningCaseRestsOnIsNotDestroyedThroughAnother() {
        PhoneRecordView counts = sent();
        List<Map<String, String>> photosOfIt = counts.photos().stream()
                .map(photo -> Map.of("sha256", photo.sha256(), "purpose", photo.purpose()))
                .toList();
        caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        SitePhone phone = SitePhone.confirmed(platform, "sampler");
        Map<String, Object> late = new HashMap<>(taking(phone));
        late.put("photos", photosOfIt);
        while (!driver.isFinished(caseId)) {
            driver.submit(driver.next(caseId, DemoTest.CONCRETE));
        }
        assertThat(phone.send(late).outcome()).isEqualTo("EVIDENCE");
        String sha256 = counts.photos().get(0).sha256();
        refused("sampling.photo.destroy.running", () -> destroy("stationadmin", sha256, "本人要求"));
    }

    /** Nobody could ever see what such a record shows. */
    @Test
    void aDestroyedPhotoCountsForNoRecord() {
        SitePhone phone = SitePhone.confirmed(platform, "sampler");
        Map<String, Object> record = new HashMap<>(taking(phone));
        driver.take(caseId);
        assertThat(phone.send(record).outcome()).isEqualTo("EVIDENCE");
        PhoneRecordView kept = ofCase();
        destroy("stationadmin", kept.photos().get(0).sha256(), "本人依法要求删除");
        Object shown = record.get("photos");
        caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        Map<String, Object> again = new HashMap<>(taking(phone));
        again.put("photos", shown);
        assertThat(phone.send(again).outcome()).isEqualTo("REFUSED");
        assertThat(ofCase().reason()).contains("照片");
    }

    private void destroy(String who, String sha256, String reason) {
        As.person(
                who,
                () -> destruction.destroy(caseId, photos.find(sha256, "sampler").orElseThrow(), reason));
    }

    private PhoneRecordView sent() {
        SitePhone phone = SitePhone.confirmed(platform, "sampler");
        assertThat(phone.send(taking(phone)).outcome()).isEqualTo("ACCEPTED");
        return ofCase();
    }

    private PhoneRecordView ofCase() {
        return As.person("supervisor", () -> records.ofCase(caseId)).get(0);
    }

    private Map<String, Object> taking(SitePhone phone) {
        List<String> marks = sampling.sample(caseId).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .toList();
        Map<String, Object> form = Map.of(
                "decision",
                "TAKE",
                "madeAt",
                java.time.Instant.now().toString(),
                "marks",
                String.join("\n", marks),
                "sealNo",
                "FZ-7");
        return phone.record(driver.task(caseId), form, List.of());
    }

    private static void refused(String code, Runnable work) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(work::run).satisfies(rule -> assertThat(rule.code())
                .isEqualTo(code));
    }
}
