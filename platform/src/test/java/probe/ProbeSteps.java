package probe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.workflow.step.GivesForm;
import org.jianzheng.workflow.step.ProcessSteps;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Steps of the probe diagrams: they remember what they were given. */
@ProcessSteps("probe")
public class ProbeSteps {

    public final Map<String, Map<String, Object>> started = new ConcurrentHashMap<>();
    public final Map<String, List<Map<String, Object>>> recorded = new ConcurrentHashMap<>();
    public final Map<String, String> escalatedBy = new ConcurrentHashMap<>();
    public final Map<String, String> chosen = new ConcurrentHashMap<>();
    public final Map<String, String> measured = new ConcurrentHashMap<>();
    public final Map<String, List<Object>> machines = new ConcurrentHashMap<>();
    public final Set<String> lookedWithoutWriting = ConcurrentHashMap.newKeySet();
    private final Identity identity;

    public ProbeSteps(Identity identity) {
        this.identity = identity;
    }

    public String register(String caseId, Map<String, Object> form) {
        started.put(caseId, form);
        return (String) form.get("lab");
    }

    public Map<String, Object> sheet(String caseId) {
        Map<String, Object> sheet = new LinkedHashMap<>(Map.of("grade", "C30", "factor", new BigDecimal("0.950")));
        sheet.put("project", started.get(caseId).get("project"));
        return sheet;
    }

    public List<Object> machines(String labCode) {
        return List.of(
                Map.of("label", "压力机 1", "value", labCode + "-M1"), Map.of("label", "压力机 2", "value", labCode + "-M2"));
    }

    /** Refuses a load of 13 kN, for tests of broken rules. */
    public String record(String caseId, Map<String, Object> form) {
        List<?> specimens = (List<?>) form.get("specimens");
        for (Object specimen : specimens) {
            BigDecimal load = (BigDecimal) ((Map<?, ?>) specimen).get("load");
            if (load.compareTo(new BigDecimal("13")) == 0) {
                throw RuleBroken.at("specimens", "workflow.form.max", "破坏荷载", "12.9", load.toPlainString());
            }
        }
        recorded.computeIfAbsent(caseId, key -> new ArrayList<>()).add(form);
        return "PASS";
    }

    public String review(String caseId, Map<String, Object> form) {
        return (String) form.get("decision");
    }

    @GivesForm("probeRecord")
    public String formOf(String caseId) {
        return chosen.getOrDefault(caseId, "probeRecord-cube");
    }

    /** What the machine has measured by now, and who looks. */
    public Map<String, Object> reading(String caseId) {
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            lookedWithoutWriting.add(caseId);
        }
        return Map.of(
                "kn",
                measured.getOrDefault(caseId, "0.00"),
                "seenBy",
                identity.acting().username());
    }

    /** All that any form of the frame could show; each shows its part. */
    public Map<String, Object> filled(String caseId) {
        return Map.of(
                "maxForceKn",
                measured.getOrDefault(caseId, "0.00"),
                "machines",
                machines.getOrDefault(caseId, List.of(Map.of("label", "压力机 1", "value", "M1"))),
                "client",
                "宝鸡建设");
    }

    public void keep(String caseId, Map<String, Object> form) {
        recorded.computeIfAbsent(caseId, key -> new ArrayList<>()).add(form);
    }

    public void escalate(String caseId) {
        escalatedBy.put(caseId, identity.acting().username());
    }
}
