package org.jianzheng.testing.order;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.procedure.FirstTest;
import org.jianzheng.testing.procedure.TestFamily;
import org.jianzheng.testing.procedure.TestSubject;
import org.springframework.stereotype.Component;

/** Takes from commission and sample what the laboratory may know before it has tested. */
@Component
public class TestSubjects {

    private final Commissions commissions;
    private final Sampling sampling;
    private final TestStore store;
    private final Standards standards;
    private final Catalogue catalogue;

    TestSubjects(
            Commissions commissions, Sampling sampling, TestStore store, Standards standards, Catalogue catalogue) {
        this.commissions = commissions;
        this.sampling = sampling;
        this.store = store;
        this.standards = standards;
        this.catalogue = catalogue;
    }

    /** As the folder says that the case was ordered under. */
    public TestFamily family(String caseId) {
        return family(commissions.find(caseId));
    }

    private TestFamily family(CommissionView commission) {
        return TestFamily.of(
                catalogue.ordered(commission.asked().item(), commission.asked().methodSha256()));
    }

    public TestSubject of(String caseId) {
        CommissionView commission = commissions.find(caseId);
        SampleView sample = sampling.sample(caseId);
        SampleView.Handling received = sample.received();
        return new TestSubject(
                caseId,
                commission.parties(),
                family(commission),
                commission.asked().item(),
                commission.asked().itemName(),
                new TestSubject.Sample(
                        sample.sampleNo(),
                        commission.sample().name(),
                        commission.asked().grade(),
                        commission.sample().spec(),
                        sample.specimens().size(),
                        commission.sample().madeOn(),
                        commission.sample().ageDays(),
                        commission.sample().curingText(),
                        sample.declaredMadeAt()),
                new TestSubject.Order(
                        commission.asked().details(),
                        commission.asked().methodSha256(),
                        commission.asked().counts(),
                        commission.asked().policies()),
                new TestSubject.Receipt(
                        received == null ? null : received.username(), received == null ? null : received.at()),
                first(commission),
                measured(commission));
    }

    // Whoever disputes a result has the test done over by others; only what the standard doubles builds on the first.
    private FirstTest first(CommissionView commission) {
        if (commission.retest().caseId() == null || !commission.servesForAcceptance()) {
            return null;
        }
        return failed(commission.retest().caseId(), family(commission)).orElse(null);
    }

    private Set<String> measured(CommissionView commission) {
        return commission.retest().caseId() == null
                ? Set.of()
                : store.results(commission.retest().caseId()).stream()
                        .limit(1)
                        .flatMap(result -> result.finding().specimens().stream())
                        .flatMap(specimen -> specimen.figures().keySet().stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<FirstTest> failed(String caseId, TestFamily family) {
        return store.results(caseId).stream()
                .findFirst()
                .filter(result -> result.conclusion() == Verdict.RETEST)
                .map(result -> FirstTest.of(result.finding(), family, standards));
    }

    /** What the re-test of that case takes; empty where its result allows none. */
    public Optional<DoubleRetest> again(String caseId) {
        return failed(caseId, family(caseId))
                .map(first -> new DoubleRetest(first.again("tensile"), first.again("bend")));
    }
}
