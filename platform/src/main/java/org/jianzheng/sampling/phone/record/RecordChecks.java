package org.jianzheng.sampling.phone.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jianzheng.gate.Gate;
import org.jianzheng.gate.GateAnswer;
import org.jianzheng.gate.GatePoint;
import org.jianzheng.gate.GateQuestion;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.GeoPoint;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.sampling.MarkView;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.site.RecordWindow;
import org.springframework.stereotype.Component;

/** What 7.1.2 asks of a record from the site, before its task is completed with it. */
@Component
class RecordChecks {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final int DEGREE_PLACES = 6;
    private static final BigDecimal LEAST_ACCURATE = BigDecimal.valueOf(100_000);

    private final Sampling sampling;
    private final RecordStore store;
    private final Gate gate;

    RecordChecks(Sampling sampling, RecordStore store, Gate gate) {
        this.sampling = sampling;
        this.store = store;
        this.gate = gate;
    }

    /** @param told when what it tells of was done at the earliest, as far as that is known */
    void require(ArrivedRecord arrival, Optional<Instant> told) {
        SignedRecord record = arrival.record();
        if (!record.kind().isDone(record)) {
            return;
        }
        times(arrival, told.orElse(record.proof().at()));
        if (!record.shows(SignedRecord.Purpose.SEALED)) {
            throw new RuleBroken("sampling.record.noSealedPhoto");
        }
        if (!record.shows(SignedRecord.Purpose.PERSON)) {
            throw new RuleBroken("sampling.record.noOwnPhoto");
        }
        if (record.photoHashes().size() < record.photos().size()) {
            throw new RuleBroken("sampling.record.samePhoto");
        }
        position(record);
        List<String> used = store.photosThatCount(record.photoHashes(), arrival.arrivalId());
        if (!used.isEmpty()) {
            throw new RuleBroken("sampling.record.photoUsed");
        }
    }

    /** What was signed before what it tells of, or names no contact after which it was signed, was made up in advance. */
    private static void times(ArrivedRecord arrival, Instant told) {
        SignedRecord record = arrival.record();
        Instant signed = record.proof().at();
        if (arrival.contactAt() == null) {
            throw new RuleBroken("sampling.record.noContact");
        }
        if (signed.isBefore(arrival.contactAt().minus(CLOCKS_DIFFER))
                || signed.isAfter(arrival.at().plus(CLOCKS_DIFFER))) {
            throw new RuleBroken("sampling.record.otherClock", CityTime.minute(signed));
        }
        if (signed.isBefore(told.minus(CLOCKS_DIFFER))) {
            throw new RuleBroken("sampling.record.signedBefore", CityTime.minute(signed), CityTime.minute(told));
        }
    }

    /** When what the record of a task tells of was done at the earliest. */
    Optional<Instant> told(ArrivedRecord arrival) {
        return arrival.record().kind() == RecordKind.TAKE
                ? new FormValues(arrival.record().form()).instant("madeAt")
                : sampling.witnessedFrom(arrival.caseId());
    }

    private static void position(SignedRecord record) {
        SignedRecord.Position position = record.position();
        if (position == null
                || position.latitude() == null
                || position.longitude() == null
                || position.accuracy() == null
                || position.at() == null) {
            throw new RuleBroken("sampling.record.noPosition");
        }
        GeoPoint place = new GeoPoint(position.latitude(), position.longitude());
        if (place.latitude().signum() == 0 && place.longitude().signum() == 0) {
            throw new RuleBroken("sampling.record.zeroPosition");
        }
        if (position.accuracy().signum() <= 0 || position.accuracy().compareTo(LEAST_ACCURATE) > 0) {
            throw new RuleBroken("sampling.record.noPosition");
        }
        if (Duration.between(position.at(), record.proof().at()).abs().compareTo(FRESH) > 0) {
            throw new RuleBroken("sampling.record.oldPosition", FRESH.toMinutes());
        }
    }

    /** What the task's form takes: the position is the phone's, whatever else the form may say. */
    Map<String, Object> form(SignedRecord record) {
        Map<String, Object> form = new HashMap<>(record.form());
        form.remove("latitude");
        form.remove("longitude");
        if (record.position() != null && record.position().latitude() != null) {
            form.put("latitude", degrees(record.position().latitude()));
            form.put("longitude", degrees(record.position().longitude()));
        }
        return form;
    }

    private static String degrees(BigDecimal value) {
        return value == null
                ? ""
                : value.setScale(DEGREE_PLACES, RoundingMode.HALF_UP).toPlainString();
    }

    /** The witness has scanned every specimen of the sample and nothing else; each scan is kept. */
    void scanByWitness(ArrivedRecord arrival) {
        SignedRecord record = arrival.record();
        if (record.kind() != RecordKind.WITNESS || !record.kind().isDone(record)) {
            return;
        }
        SampleView sample = sampling.sample(arrival.caseId());
        Set<String> wanted = sample.specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String code : record.marks()) {
            MarkView mark = sampling.mark(code)
                    .filter(found -> found.sample().label().equals(sample.label()))
                    .orElseThrow(() -> new RuleBroken("sampling.record.otherMark", shortened(code)));
            sampling.scan(code);
            wanted.remove(mark.mark());
        }
        if (!wanted.isEmpty()) {
            throw new RuleBroken("sampling.record.marksLeft", wanted.size());
        }
    }

    static String shortened(String code) {
        return code.length() > 12 ? "…" + code.substring(code.length() - 12) : code;
    }

    /** It came within its time, or may have been made within it by a phone without network. */
    static void requireInTime(ArrivedRecord arrival, RecordWindow allowed, String code) {
        boolean inTime =
                allowed.covers(arrival.at()) || arrival.site(List.of(), null).mayBeFrom(allowed.closes());
        if (!inTime) {
            throw new RuleBroken(
                    code,
                    CityTime.minute(allowed.opened()),
                    CityTime.minute(allowed.closes()),
                    CityTime.minute(arrival.at()));
        }
    }

    /** For a sample without an order: it is asked again when one is joined, then as of the day when this came. */
    void requireCertified(ArrivedRecord arrival, Role role, String item) {
        GateAnswer certified = gate.ask(GateQuestion.at(
                        GatePoint.RECEIPT,
                        null,
                        item,
                        arrival.at().atZone(CityTime.ZONE).toLocalDate())
                .person(arrival.by().username(), role));
        if (!certified.allowed()) {
            throw new RuleBroken("sampling.person.refused", certified.because());
        }
    }
}
