package org.jianzheng.sampling;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.sampling.mark.MarkMaker;
import org.springframework.stereotype.Component;

/** Scans of marks: the first by each person of the chain is kept, with the server's time. */
@Component
class Scanning {

    private final SampleStore samples;
    private final Specimens specimens;
    private final ScanStore scans;
    private final MarkMaker marks;
    private final Ledger ledger;
    private final Identity identity;
    private final LateRecords lateRecords;

    Scanning(
            SampleStore samples,
            Specimens specimens,
            ScanStore scans,
            MarkMaker marks,
            Ledger ledger,
            Identity identity,
            LateRecords lateRecords) {
        this.samples = samples;
        this.specimens = specimens;
        this.scans = scans;
        this.marks = marks;
        this.ledger = ledger;
        this.identity = identity;
        this.lateRecords = lateRecords;
    }

    /** What the mark stands on, if it is one of a case the acting person may see. */
    Optional<Specimen> find(String code) {
        return marks.read(code)
                .flatMap(specimens::findById)
                .filter(specimen -> identity.scope().sees(specimen.sample().parties()))
                .filter(this::stands);
    }

    /** Whether the mark is one its sample goes by: those it was issued are void once others were bound. */
    boolean stands(Specimen specimen) {
        return specimen.isOfRoll()
                || samples.specimens(specimen.sample()).stream().noneMatch(Specimen::isOfRoll);
    }

    /** Notes that the acting person holds the specimen, if they are of its chain and it is still on its way. */
    void scan(Specimen specimen) {
        Person person = identity.acting();
        roleIn(specimen.sample(), person)
                .filter(as -> !isScanned(specimen))
                .ifPresent(as -> record(specimen, person, as));
    }

    /** Whether a scan by the acting person would count and is not there yet. */
    boolean awaits(Specimen specimen) {
        return roleIn(specimen.sample(), identity.acting()).isPresent() && !isScanned(specimen);
    }

    /** Whether the acting person has scanned it. */
    boolean isScanned(Specimen specimen) {
        return scans.existsByMarkAndUsername(specimen.mark(), identity.acting().username());
    }

    /** The first scan of the specimen by that person. */
    void record(Specimen specimen, Person person, Role role) {
        Sample sample = specimen.sample();
        samples.add(sample, new Scan(specimen, person, role, lateRecords.arrived()));
        ledger.append(new Ledger.Fact(
                null,
                "mark.scanned",
                sample.ledgerSubject(),
                sample.caseId(),
                null,
                Map.of("mark", specimen.mark(), "position", specimen.position(), "role", role.name())));
    }

    Set<String> marksScannedBy(Person person, Sample sample) {
        return samples.scans(sample).stream()
                .filter(scan -> scan.username().equals(person.username()))
                .map(Scan::mark)
                .collect(Collectors.toSet());
    }

    /** Where a genuine mark belongs that does not belong here. */
    String whose(String mark) {
        Optional<Specimen> specimen = specimens.findById(mark);
        if (specimen.filter(this::stands).isEmpty() && specimen.isPresent()) {
            return "已作废，样品改用了标识卷";
        }
        Optional<Sample> other = specimen.map(Specimen::sample);
        return other.filter(Sample::isVoid)
                .map(sample -> "已作废，不得再用")
                .or(() -> other.map(sample -> "属于其他样品"))
                .orElse("未签发");
    }

    // Once received or closed, a scan proves nothing about custody any more.
    private static Optional<Role> roleIn(Sample sample, Person person) {
        String employer = person.employer().orElse("");
        return switch (sample.state()) {
            case ISSUED, TAKING_UNDECIDED, TAKEN, WITNESSING_UNDECIDED, WITNESSED -> {
                if (person.has(Role.SAMPLER)
                        && employer.equals("contractors/" + sample.parties().contractorCode())) {
                    yield Optional.of(Role.SAMPLER);
                }
                if (person.has(Role.WITNESS)
                        && employer.equals("supervision/" + sample.parties().supervisionCode())) {
                    yield Optional.of(Role.WITNESS);
                }
                boolean receiver = sample.state() == SampleState.WITNESSED
                        && person.has(Role.RECEIVER)
                        && employer.equals("labs/" + sample.parties().labCode());
                yield receiver ? Optional.of(Role.RECEIVER) : Optional.empty();
            }
            case RECEIVED, REFUSED, LATE, GIVEN_UP -> Optional.empty();
        };
    }
}
