package org.jianzheng.sampling.phone.record;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ChineseText;
import org.jianzheng.sampling.phone.photo.PhotoRepeats;
import org.jianzheng.sampling.phone.photo.PhotoRepeats.Repeat;
import org.jianzheng.sampling.phone.photo.SitePhoto;
import org.jianzheng.warning.NewWarning;
import org.jianzheng.warning.WarningSeverity;
import org.jianzheng.warning.Warnings;
import org.springframework.stereotype.Component;

/**
 * Warns of photos that were there before but for slight changes, and of those that their camera says were taken at another time
 * than the record tells. Neither refuses anything: a scene may look like another, a camera's clock may be wrong.
 */
@Component
class PhotoWarnings {

    private static final String RULE = "sampling.photo.rule.";
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final PhotoRepeats repeats;
    private final Warnings warnings;
    private final Commissions commissions;
    private final ChineseText wording;

    PhotoWarnings(PhotoRepeats repeats, Warnings warnings, Commissions commissions, ChineseText wording) {
        this.repeats = repeats;
        this.warnings = warnings;
        this.commissions = commissions;
        this.wording = wording;
    }

    /** As part of the record itself: what was warned of was recorded, and the other way round. */
    void check(ArrivedRecord arrival, String sampleLabel, List<SitePhoto> photos) {
        // A moment apart, one turned picture is like the next.
        List<String> turned = arrival.record().photosOf(SignedRecord.Purpose.TURNED);
        for (SitePhoto photo : photos) {
            if (!turned.contains(photo.sha256())) {
                repeated(arrival, sampleLabel, photo);
            }
            timed(arrival, sampleLabel, photo);
        }
    }

    private void repeated(ArrivedRecord arrival, String sampleLabel, SitePhoto photo) {
        List<Repeat> found = repeats.of(photo, arrival.arrivalId(), arrival.at());
        if (found.isEmpty()) {
            return;
        }
        Repeat nearest = found.get(0);
        Map<String, String> evidence = new LinkedHashMap<>();
        for (Repeat repeat : found) {
            String number = evidence.isEmpty() ? "" : String.valueOf(evidence.size() + 1);
            evidence.put("earlierPhoto" + number, repeat.photo().page(repeat.caseId()));
        }
        evidence.put("differingBits", String.valueOf(nearest.distance()));
        raise(
                "repeated",
                arrival,
                sampleLabel,
                photo,
                evidence,
                nearest.sampleLabel() == null ? "" : nearest.sampleLabel(),
                nearest.distance());
    }

    private void timed(ArrivedRecord arrival, String sampleLabel, SitePhoto photo) {
        Instant signed = arrival.record().proof().at();
        photo.camera()
                .takenAt()
                .filter(taken -> Duration.between(taken, signed).abs().compareTo(CLOCKS_DIFFER) > 0)
                .ifPresent(taken -> raise(
                        "otherTime",
                        arrival,
                        sampleLabel,
                        photo,
                        Map.of("cameraTime", photo.camera().time(), "recordTime", signed.toString()),
                        CityTime.minute(taken),
                        CityTime.minute(signed),
                        CLOCKS_DIFFER.toMinutes()));
    }

    private void raise(
            String rule,
            ArrivedRecord arrival,
            String sampleLabel,
            SitePhoto photo,
            Map<String, String> more,
            Object... said) {
        String caseId = arrival.caseId();
        String what = wording.text("sampling.record." + arrival.record().kind());
        Object[] words = new Object[said.length + 1];
        words[0] = arrival.by().name() + what;
        System.arraycopy(said, 0, words, 1, said.length);
        Map<String, String> evidence = new LinkedHashMap<>();
        evidence.put("photo", photo.page(caseId));
        evidence.putAll(more);
        warnings.raise(new NewWarning(
                "photo:" + photo.proof() + ":" + rule,
                RULE + rule,
                new NewWarning.Subject("sample", sampleLabel, "/cases/" + caseId),
                commissions.find(caseId).parties().labCode(),
                caseId,
                WarningSeverity.WARN,
                wording.text(RULE + rule, words),
                evidence));
    }
}
