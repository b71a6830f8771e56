package org.jianzheng.commission;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianzheng.commission.order.CommissionForm;
import org.jianzheng.commission.order.CommissionNature;
import org.jianzheng.commission.order.ItemOrder;
import org.jianzheng.commission.order.OrderTable;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registry.Lab;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Registry;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.OrderField;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.standards.evaluation.Superseded;
import org.jianzheng.workflow.Processes;
import org.springframework.stereotype.Service;

/** Writing a new commission: what may be ordered, what an order of it asks, and opening the case. Nothing is kept before. */
@Service
public class Ordering {

    private static final String PROCESS = "commission-case";

    private final Commissions commissions;
    private final Registry registry;
    private final Processes processes;
    private final Identity identity;
    private final Clock clock;

    Ordering(Commissions commissions, Registry registry, Processes processes, Identity identity, Clock clock) {
        this.commissions = commissions;
        this.registry = registry;
        this.processes = processes;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * What follows from the part of an order that is written.
     *
     * @param pieces how many specimens a first test takes
     * @param ended that the edition chosen is in force no more, so that a reason is asked; empty where it is
     */
    public record Follows(int pieces, Optional<Superseded> ended) {}

    /** All that may be ordered, as the qualification standard lists it. */
    public List<TestItem> items() {
        return Catalogue.current().items().stream().filter(TestItem::isOrdered).toList();
    }

    /** @throws NotFound for what cannot be ordered */
    public TestItem item(String code) {
        return Catalogue.current()
                .find(code)
                .filter(TestItem::isOrdered)
                .orElseThrow(() -> new NotFound("commission.item.unknown", code));
    }

    /** Projects that the acting person may commission tests for. */
    public List<Project> projects() {
        return commissions.projects();
    }

    public List<Lab> labs() {
        return registry.labs();
    }

    /** For what the acting person's employer may commission a first test; empty where for nothing. */
    public List<CommissionNature> natures() {
        return CommissionNature.firstTestsOf(identity.acting().employer().orElse(""));
    }

    /** @param form by the form's names of fields; what is not chosen yet may be missing */
    public Follows follows(TestItem item, Map<String, String> form) {
        Map<String, String> fields = fields(item, form);
        int pieces = new ItemOrder(item).fewest(fields, form.getOrDefault("represents", ""));
        return new Follows(pieces, ended(item, fields));
    }

    private static Map<String, String> fields(TestItem item, Map<String, String> form) {
        return item.order().fields().stream()
                .filter(field -> !form.getOrDefault(field.field(), "").isEmpty())
                .collect(Collectors.toMap(OrderField::name, field -> form.get(field.field())));
    }

    // Which edition judges is known once what chooses it is chosen.
    private Optional<Superseded> ended(TestItem item, Map<String, String> fields) {
        List<Optional<Superseded>> ended = item.combinationsOf(fields).stream()
                .map(row -> Standards.superseded(row.get("standard"), CityTime.today(clock)))
                .toList();
        return ended.stream().allMatch(Optional::isPresent)
                ? ended.stream().findFirst().flatMap(each -> each)
                : Optional.empty();
    }

    /** Failing reports that the acting person may have tested again now. */
    public List<RetestOffer> retests() {
        return commissions.retestOffers();
    }

    /** @throws RuleBroken where that report may not be tested again by the acting person now */
    public RetestOffer retest(String reportNo) {
        return retests().stream()
                .filter(offer -> offer.reportNo().equals(reportNo))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("commission.retest.notOffered", reportNo));
    }

    /**
     * An earlier order of the acting person's employer, to be written once more; without its day, and never as a re-test.
     *
     * @throws NotFound when there is none that the person may see
     */
    public Map<String, String> copy(String caseId) {
        String employer = identity.acting().employer().orElse("");
        if (!commissions.visible(caseId) || !commissions.clientPath(caseId).equals(employer)) {
            throw new NotFound("commission.case.unknown", caseId);
        }
        Map<String, String> copied = OrderTable.flat(commissions.asked(caseId));
        List.of("madeOn", "specimenCount", "retestOf", "requirements").forEach(copied::remove);
        return copied;
    }

    // An order of before a question was asked may have no answer to it; a new one has.
    private static void requireAllAnswered(FormValues form) {
        TestItem item = new CommissionForm(form).item();
        item.order().fields().forEach(field -> form.required(field.field()));
        if (item.order().ages()) {
            form.required("ageDays");
        }
    }

    /**
     * Opens a case.
     *
     * @param form by the form's names of fields; of a table {@code parameters[0].name}
     * @return its id
     * @throws RuleBroken when the person may not, or the order is wrong: nothing was kept then
     */
    public String submit(Map<String, String> form) {
        if (new CommissionForm(form).retestOf().isEmpty()) {
            requireAllAnswered(new FormValues(form));
        }
        return processes.startByContent(PROCESS, new HashMap<>(form));
    }
}
