package org.jianzheng.sampling;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.kernel.GeoPoint;
import org.jianzheng.registry.Registry;
import org.springframework.stereotype.Component;

/** Puts a sample together with its specimens and their scans. */
@Component
class SampleViews {

    private final SampleStore samples;
    private final Registry registry;

    SampleViews(SampleStore samples, Registry registry) {
        this.samples = samples;
        this.registry = registry;
    }

    SampleView of(Sample sample) {
        List<Scan> scanned = samples.scans(sample);
        Map<String, String> employers =
                registry.names(sample.steps().map(CustodyStep::employer).collect(Collectors.toSet()));
        return new SampleView(
                sample.caseId(),
                sample.sampleNo(),
                sample.label(),
                sample.attempt(),
                sample.state().name(),
                samples.specimens(sample).stream()
                        .map(specimen -> view(specimen, scanned))
                        .toList(),
                sample.issuedAt(),
                sample.declaredMadeAt(),
                scanned.isEmpty() ? null : scanned.get(0).at(),
                scanned.isEmpty() ? null : scanned.get(0).name(),
                view(sample.taken(), employers),
                view(sample.witnessed(), employers),
                view(sample.received(), employers),
                sample.sealNo(),
                sample.storage(),
                sample.refusal() == null ? null : sample.refusal().label(),
                sample.refusalNo(),
                sample.reason());
    }

    private static SampleView.SpecimenView view(Specimen specimen, List<Scan> scanned) {
        List<Scan> own = scanned.stream()
                .filter(scan -> scan.mark().equals(specimen.mark()))
                .toList();
        List<SampleView.ScanView> scans = own.stream()
                .map(scan -> new SampleView.ScanView(
                        scan.at(), scan.username(), scan.name(), scan.role().name()))
                .toList();
        return new SampleView.SpecimenView(specimen.position(), specimen.mark(), scans);
    }

    private static SampleView.Handling view(CustodyStep handling, Map<String, String> employers) {
        if (handling == null) {
            return null;
        }
        GeoPoint place = handling.latitude() == null ? null : new GeoPoint(handling.latitude(), handling.longitude());
        return new SampleView.Handling(
                handling.at(),
                handling.username(),
                handling.name(),
                handling.employer(),
                employers.get(handling.employer()),
                handling.certificate(),
                place,
                handling.note());
    }
}
