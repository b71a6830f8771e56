package org.jianzheng.sampling;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.sampling.disposal.Disposal;
import org.jianzheng.sampling.disposal.Disposals;
import org.jianzheng.sampling.mark.MarkMaker;
import org.jianzheng.sampling.mark.MarkState;
import org.jianzheng.sampling.site.LateDecisionView;
import org.jianzheng.sampling.site.RecordResult;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Samples on their way from the site to the laboratory's counter. */
@Service
@Transactional
public class Sampling {

    private final SampleStore samples;
    private final Specimens specimens;
    private final SampleViews views;
    private final Custody custody;
    private final Scanning scanning;
    private final MarkMaker marks;
    private final MarkStates states;
    private final Disposals disposals;
    private final ReceiptScanning receipts;
    private final Identity identity;

    Sampling(
            SampleStore samples,
            Specimens specimens,
            SampleViews views,
            Custody custody,
            Scanning scanning,
            MarkMaker marks,
            MarkStates states,
            Disposals disposals,
            ReceiptScanning receipts,
            Identity identity) {
        this.samples = samples;
        this.specimens = specimens;
        this.views = views;
        this.custody = custody;
        this.scanning = scanning;
        this.marks = marks;
        this.states = states;
        this.disposals = disposals;
        this.receipts = receipts;
        this.identity = identity;
    }

    /** The case's latest sample. @throws NotFound when none was ever begun */
    @Transactional(readOnly = true)
    public SampleView sample(String caseId) {
        return find(caseId).orElseThrow(() -> new NotFound("sampling.sample.unknown"));
    }

    /** The same, for pages that show a case which may not have come that far. */
    @Transactional(readOnly = true)
    public Optional<SampleView> find(String caseId) {
        return samples.attempts(caseId).stream().findFirst().map(views::of);
    }

    /** All attempts of the case, the latest first. */
    @Transactional(readOnly = true)
    public List<SampleView> history(String caseId) {
        return samples.attempts(caseId).stream().map(views::of).toList();
    }

    /** A new sample of the case with as many new marks as its commission has specimens. */
    public void issueMarks(String caseId) {
        custody.issueMarks(caseId);
    }

    /** The sampler's record. @return false when it came too late: the attempt is closed, its marks void */
    public boolean take(String caseId, Map<String, ?> form) {
        return custody.take(caseId, new FormValues(form), false) == RecordResult.DONE;
    }

    /** The same where a person decides on what came late from a phone that had no network. */
    public RecordResult registerTaking(String caseId, Map<String, ?> form) {
        return custody.take(caseId, new FormValues(form), true);
    }

    /** The witness's record. @return false when it came too late or with an objection: the attempt is closed */
    public boolean witness(String caseId, Map<String, ?> form) {
        return custody.witness(caseId, new FormValues(form), false) == RecordResult.DONE;
    }

    /** The same where a person decides on what came late. */
    public RecordResult registerWitnessing(String caseId, Map<String, ?> form) {
        return custody.witness(caseId, new FormValues(form), true);
    }

    /** Whether a record that came late counts. @return the state that the sample is in now */
    public SampleState decideLateRecord(String caseId, Map<String, ?> form) {
        return custody.decideLate(caseId, new FormValues(form));
    }

    /** What was decided on late records of the case's latest sample, the first first. */
    @Transactional(readOnly = true)
    public List<LateDecisionView> lateDecisions(String caseId) {
        return custody.lateDecisions(caseId);
    }

    /** What the laboratory's counter decides. @return whether the sample was taken in */
    public boolean receive(String caseId, Map<String, ?> form) {
        return custody.receive(caseId, new FormValues(form));
    }

    /**
     * The receiver scans one specimen at the counter. What is wrong with it is an answer: the next is scanned all the same.
     *
     * @param caseId of the commission whose specimens are in hand, or empty for the first of one
     */
    public ReceiptScan scanAtCounter(String code, String caseId) {
        return receipts.scan(code, caseId);
    }

    /** Since when the case's latest sample can be witnessed; empty while nobody has taken it. */
    @Transactional(readOnly = true)
    public Optional<Instant> witnessedFrom(String caseId) {
        return custody.witnessedFrom(caseId);
    }

    /** The time that sampler and witness each have (7.1.2). */
    public Duration window() {
        return custody.window();
    }

    /** The last moment at which the witness's record counts. */
    public Instant witnessBy(SampleView sample) {
        return custody.witnessBy(sample.caseId());
    }

    /** @throws RuleBroken where the ledger does not say the same of who took, witnessed and received the sample */
    @Transactional(readOnly = true)
    public void requireProven(String caseId) {
        custody.requireProven(caseId);
    }

    /** Where the mark's QR code leads. */
    public String url(String mark) {
        return marks.url(mark);
    }

    /** What a mark stands on. Looking leaves nothing behind. @return empty when it is no mark of a case they may see */
    @Transactional(readOnly = true)
    public Optional<MarkView> mark(String code) {
        return scanning.find(code).map(this::marked);
    }

    /** What anybody may know of a mark, whoever they are: where it stands, and nothing else. @return empty for none of the platform */
    @Transactional(readOnly = true)
    public Optional<MarkState> stateOf(String code) {
        return states.of(code);
    }

    /** Where each of the sample's marks stands. */
    @Transactional(readOnly = true)
    public Optional<MarkState> stateOf(SampleView sample) {
        return sample.specimens().stream().findFirst().flatMap(one -> states.of(one.mark()));
    }

    /** What became of the specimens of a case once they were tested. */
    @Transactional(readOnly = true)
    public Optional<Disposal> disposal(String caseId) {
        return samples.attempts(caseId).stream().findFirst().flatMap(sample -> disposals.of(sample.id()));
    }

    /** Whether the acting person may say so now. */
    @Transactional(readOnly = true)
    public boolean mayDispose(String caseId) {
        return states.mayDispose(samples.latest(caseId));
    }

    /** The laboratory says what became of them. */
    public void dispose(String caseId, Map<String, ?> form) {
        Sample sample = samples.latest(caseId);
        states.requireTested(sample);
        disposals.add(sample.ledgerSubject(), caseId, sample.id(), new FormValues(form));
    }

    /**
     * Somebody of the chain says that they hold the specimen: the first time is kept.
     *
     * @return empty when it is no mark of a case they may see
     */
    public Optional<MarkView> scan(String code) {
        return scanning.find(code).map(specimen -> {
            scanning.scan(specimen);
            return marked(specimen);
        });
    }

    private MarkView marked(Specimen specimen) {
        return new MarkView(
                specimen.mark(),
                specimen.position(),
                scanning.isScanned(specimen),
                scanning.awaits(specimen),
                views.of(specimen.sample()));
    }

    /**
     * Specimens of the cases the acting person may see, newest first.
     *
     * @param state of their sample, or null for any
     */
    @Transactional(readOnly = true)
    public Paged<SpecimenLine> specimens(SampleState state, int page, int size) {
        Specification<Specimen> where = identity.scope().within("sample.parties");
        where = where.and(Sampling::stands);
        if (state != null) {
            where = where.and(
                    (root, query, builder) -> builder.equal(root.get("sample").get("state"), state));
        }
        Sort newest = Sort.by(Sort.Order.desc("sample.issuedAt"), Sort.Order.asc("position"));
        Page<Specimen> found = specimens.findAll(where, PageRequest.of(page, size, newest));
        return new Paged<>(found.map(SpecimenLine::of).getContent(), found.getTotalElements());
    }

    // As SampleStore has them: those of a roll where there are any, else those that the sample was issued.
    private static Predicate stands(Root<Specimen> root, CriteriaQuery<?> query, CriteriaBuilder builder) {
        Subquery<String> ofRoll = query.subquery(String.class);
        Root<Specimen> other = ofRoll.from(Specimen.class);
        ofRoll.select(other.get("mark"))
                .where(builder.equal(other.get("sample"), root.get("sample")), builder.isNotNull(other.get("rollNo")));
        return builder.or(builder.isNotNull(root.get("rollNo")), builder.not(builder.exists(ofRoll)));
    }
}
