package org.jianzheng.testing.recording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.breach.openwork.OpenCase;
import org.jianzheng.breach.openwork.OpenWork;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.environment.StoredSample;
import org.jianzheng.environment.StoredSamples;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.springframework.stereotype.Component;

/** Samples that wait for their test, by the room that their receipt names, else by what their item is cured in. */
@Component
class SamplesInRooms implements StoredSamples {

    private static final List<String> CURING = List.of("curing", "mortarCuring");
    private static final String STANDARD = "STANDARD";

    private final OpenWork open;
    private final Commissions commissions;
    private final Sampling sampling;

    SamplesInRooms(OpenWork open, Commissions commissions, Sampling sampling) {
        this.open = open;
        this.commissions = commissions;
        this.sampling = sampling;
    }

    @Override
    public List<StoredSample> in(String labCode, String room, List<String> items) {
        return open.all().stream()
                .filter(one -> one.labCode().equals(labCode)
                        && one.received()
                        && one.stage().equals(CaseStage.TESTING.name()))
                .flatMap(one -> lying(one, room, items).stream())
                .toList();
    }

    private Optional<StoredSample> lying(OpenCase one, String room, List<String> items) {
        return sampling.find(one.caseId())
                .filter(sample -> sample.sampleNo() != null)
                .filter(sample -> isNamed(sample, room)
                        || items.contains(one.item()) && !namesAnother(sample) && isCuredByStandard(one.caseId()))
                .map(sample -> new StoredSample(one.caseId(), sample.sampleNo()));
    }

    private static boolean isNamed(SampleView sample, String room) {
        return sample.storage() != null && sample.storage().startsWith(room);
    }

    // A shelf alone, {@code A-03}, names no room.
    private static boolean namesAnother(SampleView sample) {
        return sample.storage() != null && sample.storage().contains("室");
    }

    // Cubes that are cured with the structure lie on the site.
    private boolean isCuredByStandard(String caseId) {
        Map<String, String> details = commissions.find(caseId).asked().details();
        return CURING.stream().map(details::get).allMatch(said -> said == null || said.equals(STANDARD));
    }
}
