package org.jianzheng.sampling;

import java.time.Clock;
import java.util.Set;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.KeyText;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.sampling.ReceiptScan.Finding;
import org.jianzheng.sampling.mark.MarkMaker;
import org.jianzheng.sampling.mark.MarkState;
import org.jianzheng.sampling.site.RecordWindow;
import org.springframework.stereotype.Component;

/**
 * Specimens at the laboratory's counter, each by itself (7.1.2): one that may be received is noted as scanned by the receiver, and
 * counts when the receipt is completed, on whichever face.
 */
@Component
class ReceiptScanning {

    private static final int MARK_LENGTH = 30;

    private final MarkMaker maker;
    private final MarkStates states;
    private final Specimens specimens;
    private final SampleStore samples;
    private final Scanning scanning;
    private final LateRecords late;
    private final Identity identity;
    private final Clock clock;
    private final SamplingSettings settings;

    ReceiptScanning(
            MarkMaker maker,
            MarkStates states,
            Specimens specimens,
            SampleStore samples,
            Scanning scanning,
            LateRecords late,
            Identity identity,
            Clock clock,
            SamplingSettings settings) {
        this.maker = maker;
        this.states = states;
        this.specimens = specimens;
        this.samples = samples;
        this.scanning = scanning;
        this.late = late;
        this.identity = identity;
        this.clock = clock;
        this.settings = settings;
    }

    /** @param caseId of the commission whose specimens are in hand, or empty for the first of one */
    ReceiptScan scan(String code, String caseId) {
        Person receiver = identity.acting();
        if (!receiver.has(Role.RECEIVER)) {
            throw new RuleBroken("sampling.receipt.notReceiver");
        }
        String mark = maker.read(code).orElse(null);
        if (mark == null) {
            return unread(code);
        }
        Specimen specimen = specimens.findById(mark).orElse(null);
        if (specimen == null) {
            boolean blank = states.of(mark).filter(MarkState.BLANK::equals).isPresent();
            return ReceiptScan.wrong(blank ? Finding.BLANK : Finding.UNKNOWN, ScanResult.tail(mark));
        }
        if (!receiver.lab()
                .filter(specimen.sample().parties().labCode()::equals)
                .isPresent()) {
            return ReceiptScan.wrong(Finding.OTHER_LAB, ScanResult.tail(mark));
        }
        return ofItsLaboratory(specimen, caseId, receiver);
    }

    private static ReceiptScan unread(String code) {
        String text = KeyText.visible(code);
        String last = text.substring(text.lastIndexOf('/') + 1).replace("-", "");
        Finding finding = last.length() < MARK_LENGTH ? Finding.BROKEN : Finding.FORGED;
        return ReceiptScan.wrong(finding, ScanResult.shortened(text));
    }

    private ReceiptScan ofItsLaboratory(Specimen specimen, String caseId, Person receiver) {
        Sample sample = specimen.sample();
        String position = Integer.toString(specimen.position());
        Finding standing = scanning.stands(specimen) ? standing(sample) : Finding.REPLACED;
        if (standing != Finding.RIGHT) {
            return answer(standing, sample, receiver, sample.label(), position);
        }
        if (!caseId.isEmpty() && !caseId.equals(sample.caseId())) {
            return answer(Finding.OTHER_COMMISSION, sample, receiver, sample.label(), position);
        }
        if (scanning.isScanned(specimen)) {
            return answer(Finding.AGAIN, sample, receiver, sample.label(), position);
        }
        scanning.record(specimen, receiver, Role.RECEIVER);
        return answer(Finding.RIGHT, sample, receiver, sample.label(), position);
    }

    private Finding standing(Sample sample) {
        return switch (sample.state()) {
            case WITNESSED -> Finding.RIGHT;
            case RECEIVED -> Finding.RECEIVED;
            case REFUSED -> Finding.REFUSED;
            case LATE, GIVEN_UP -> Finding.LATE;
            case ISSUED -> Finding.NOT_TAKEN;
            case TAKING_UNDECIDED, WITNESSING_UNDECIDED -> Finding.UNDECIDED;
            case TAKEN ->
                new RecordWindow(late.witnessedFrom(sample), settings.window()).covers(clock.instant())
                        ? Finding.NOT_WITNESSED
                        : Finding.WITNESS_LATE;
        };
    }

    private ReceiptScan answer(Finding finding, Sample sample, Person receiver, String... details) {
        Set<String> scanned = scanning.marksScannedBy(receiver, sample);
        int count = samples.specimens(sample).size();
        return new ReceiptScan(finding, java.util.List.of(details), sample.caseId(), scanned.size(), count);
    }
}
