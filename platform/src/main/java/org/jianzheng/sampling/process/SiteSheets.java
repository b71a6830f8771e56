package org.jianzheng.sampling.process;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.phone.contact.Contacts;
import org.jianzheng.sampling.phone.record.PhoneRecordView;
import org.jianzheng.sampling.phone.record.PhoneRecords;
import org.jianzheng.sampling.phone.record.RecordKind;
import org.jianzheng.sampling.site.RecordOutcome;
import org.springframework.stereotype.Component;

/** What came from the site, as forms show it. */
@Component
class SiteSheets {

    private static final String DESK = "桌面登记";
    private static final int MOST_CONTACTS = 10;
    /** The phone that sends is in contact: the last minutes say nothing against it. */
    private static final Duration SENDING = Duration.ofMinutes(5);

    private final Sampling sampling;
    private final PhoneRecords records;
    private final Contacts contacts;

    SiteSheets(Sampling sampling, PhoneRecords records, Contacts contacts) {
        this.sampling = sampling;
        this.records = records;
        this.contacts = contacts;
    }

    Map<String, Object> of(String caseId) {
        SampleView sample = sampling.sample(caseId);
        List<PhoneRecordView> sent = records.ofCase(caseId);
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("takenBy", sample.taken() == null ? "—" : way(sent, sample, RecordKind.TAKE));
        sheet.put("witnessedBy", sample.witnessed() == null ? "—" : way(sent, sample, RecordKind.WITNESS));
        sheet.put("siteUrl", "/cases/" + caseId);
        return sheet;
    }

    private static String way(List<PhoneRecordView> sent, SampleView sample, RecordKind kind) {
        return latest(sent, sample, kind)
                .map(record -> "手机登记，照片 " + record.photos().size() + " 张，定位精度 ±"
                        + (record.accuracy() == null ? "—" : record.accuracy().toPlainString()) + " m")
                .orElse(DESK);
    }

    private static Optional<PhoneRecordView> latest(List<PhoneRecordView> sent, SampleView sample, RecordKind kind) {
        return sent.stream()
                .filter(record -> record.kind() == kind && sample.label().equals(record.sampleLabel()))
                .reduce((earlier, later) -> later);
    }

    Map<String, Object> late(String caseId) {
        SampleView sample = sampling.sample(caseId);
        boolean taking = sample.state().equals("TAKING_UNDECIDED");
        RecordKind kind = taking ? RecordKind.TAKE : RecordKind.WITNESS;
        PhoneRecordView record = latest(records.ofCase(caseId), sample, kind)
                .filter(one -> one.outcome() == RecordOutcome.DEFERRED)
                .orElseThrow();
        PhoneRecordView.Times times = record.times();
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("what", taking ? "取样登记" : "见证");
        sheet.put("who", record.sender().name());
        sheet.put("phone", CityTime.second(times.phone()));
        sheet.put("contact", CityTime.second(times.contact()));
        sheet.put("arrived", CityTime.second(times.arrived()));
        sheet.put("between", between(record.phoneId(), times));
        return sheet;
    }

    private String between(String phoneId, PhoneRecordView.Times times) {
        List<Instant> seen =
                contacts.between(phoneId, times.contact(), times.arrived().minus(SENDING), MOST_CONTACTS);
        return seen.isEmpty()
                ? "无"
                : seen.stream().map(CityTime::second).collect(Collectors.joining("、")) + "。**期间手机联系过服务器，与离线的说法不符**";
    }
}
