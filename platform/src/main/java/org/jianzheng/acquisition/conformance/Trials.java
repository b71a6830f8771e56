package org.jianzheng.acquisition.conformance;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jianzheng.acquisition.broker.Arrival;
import org.jianzheng.acquisition.broker.BrokerSettings;
import org.jianzheng.acquisition.broker.MachineLine;
import org.jianzheng.acquisition.broker.MachineTopic;
import org.jianzheng.acquisition.ingest.MachineAnswers;
import org.jianzheng.acquisition.ingest.MachineValidation;
import org.jianzheng.acquisition.login.MachineLogins;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registry.Machine;
import org.jianzheng.registry.Registry;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.TestItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Trials under way, at most one a machine. They are this node's alone: one that stops with it is begun anew. */
@Component
public class Trials implements MachineValidation {

    private static final Logger log = LoggerFactory.getLogger(Trials.class);

    private static final int MARK = 8;

    private final Map<String, Trial> byRun = new ConcurrentHashMap<>();
    private final Map<String, Trial> byMachine = new ConcurrentHashMap<>();
    private final Map<String, TrialView> last = new ConcurrentHashMap<>();
    private final Validations validations;
    private final MachineLogins logins;
    private final MachineAnswers answers;
    // The line reads through what these trials look at.
    private final ObjectProvider<MachineLine> machineLine;
    private final BrokerSettings settings;
    private final RunStore runs;
    private final Registry registry;
    private final Identity identity;
    private final Clock clock;

    Trials(
            Validations validations,
            MachineLogins logins,
            MachineAnswers answers,
            ObjectProvider<MachineLine> machineLine,
            BrokerSettings settings,
            RunStore runs,
            Registry registry,
            Identity identity,
            Clock clock) {
        this.validations = validations;
        this.logins = logins;
        this.answers = answers;
        this.machineLine = machineLine;
        this.settings = settings;
        this.runs = runs;
        this.registry = registry;
        this.identity = identity;
        this.clock = clock;
    }

    /** Whether the acting person may have the machine tried: whoever may give it a secret. */
    public boolean mayStart(String equipment) {
        return logins.mayRenew(equipment);
    }

    /** The trial under way, or that ended last on this node. */
    public Optional<TrialView> of(String equipment) {
        registry.ownMachine(equipment);
        return Optional.ofNullable(byMachine.get(equipment))
                .map(Trial::view)
                .or(() -> Optional.ofNullable(last.get(equipment)));
    }

    public boolean isTried(String equipment) {
        return byMachine.containsKey(equipment);
    }

    /** @throws RuleBroken where the machine cannot send, or is busy */
    public synchronized void start(String equipment) {
        Machine machine = registry.ownMachine(equipment);
        if (!mayStart(equipment)) {
            throw new RuleBroken("acquisition.login.labadmin", machine.name());
        }
        if (!logins.isConnected(equipment)) {
            throw new RuleBroken("acquisition.run.notConnected", equipment);
        }
        if (isTried(equipment) || runs.existsByBusyKey(equipment)) {
            throw new RuleBroken("acquisition.run.busy", equipment);
        }
        String runId = UUID.randomUUID().toString();
        String specimen = "TRIAL-" + runId.substring(0, MARK).toUpperCase(Locale.ROOT);
        Trial trial =
                new Trial(runId, specimen, method(machine), machine, identity.acting(), line(machine), clock.instant());
        byMachine.put(equipment, trial);
        byRun.put(runId, trial);
    }

    // One that the machine tests otherwise too.
    private static String method(Machine machine) {
        return Catalogue.current().items().stream()
                .filter(item ->
                        item.parameters().stream().anyMatch(parameter -> machine.serves(item.code(), parameter.code())))
                .map(TestItem::method)
                .findFirst()
                .orElse("concrete-cube");
    }

    private TrialLine line(Machine machine) {
        return new TrialLine() {
            @Override
            public void open(String runId, String specimen, String method) {
                answers.open(machine.labCode(), machine.code(), runId, specimen, method);
            }

            @Override
            public void resend(String runId, List<Integer> seqs) {
                answers.tell(machine.labCode(), machine.code(), runId, "resend", seqs);
            }

            @Override
            public void accepted(String runId) {
                answers.tell(machine.labCode(), machine.code(), runId, "accepted", true);
            }

            @Override
            public void refused(String runId, String reason) {
                answers.tell(machine.labCode(), machine.code(), runId, "refused", reason);
            }

            @Override
            public void cutOff() {
                machineLine.getObject().cutOff(machine.code());
            }

            @Override
            public boolean canCutOff() {
                return !settings.isOutside();
            }
        };
    }

    @Override
    public boolean takes(Arrival arrival) {
        if (byRun.isEmpty()) {
            return false;
        }
        Optional<MachineTopic> topic = MachineTopic.of(arrival.address());
        Optional<Trial> trial = topic.map(MachineTopic::runId)
                .map(byRun::get)
                .filter(one -> one.view().machine().code().equals(topic.get().equipment()));
        trial.ifPresent(one -> one.take(topic.get(), arrival.bytes(), clock.instant()));
        return trial.isPresent();
    }

    @Override
    public boolean isValidated(String equipment, String software) {
        return validations.holds(equipment, software);
    }

    @Override
    public boolean isRequired() {
        return validations.isRequired();
    }

    @Scheduled(fixedDelay = 1000)
    void tick() {
        byRun.forEach((runId, trial) -> {
            try {
                if (trial.tick(clock.instant())) {
                    // The outcome says who had it tried; that it came to this, the platform does.
                    identity.as(Person.SYSTEM, () -> {
                        validations.add(trial.view());
                        return null;
                    });
                    last.put(trial.view().machine().code(), trial.view());
                    byMachine.remove(trial.view().machine().code());
                    byRun.remove(runId);
                }
            } catch (RuntimeException e) {
                log.error("Trial {} could not be put on record; it is tried again", runId, e);
            }
        });
    }
}
