package org.jianzheng.workflow.bundle;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.workflow.engine.ActingPerson;
import org.jianzheng.workflow.form.ComposedForms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys the jar's diagrams, decisions and forms as one deployment, so that a running case never mixes versions, and with
 * an entry in the ledger of what each of them was. What runs is what the jar brings: anything else that is newest is
 * deployed over, and what the jar does not know can no longer be started.
 */
@Component
public class Bundle implements SmartInitializingSingleton {

    static final String NAME = "jianzheng";
    /** Deployments of the jar name themselves by what they hold. */
    static final String SOURCE = "jar:";

    private static final Logger LOG = LoggerFactory.getLogger(Bundle.class);
    private static final int SHORT = 16;

    private final RepositoryService repository;
    private final Deployed deployed;
    private final DeploymentGuard guard;
    private final Ledger ledger;
    private final Identity identity;
    private final ActingPerson acting;
    private final WorkflowSettings settings;
    private final ObjectProvider<ComposedForms> composed;
    private final TransactionTemplate transaction;
    private volatile DeploymentNotice notice;

    Bundle(
            RepositoryService repository,
            DeploymentGuard guard,
            Ledger ledger,
            Identity identity,
            ActingPerson acting,
            WorkflowSettings settings,
            ObjectProvider<ComposedForms> composed,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.deployed = new Deployed(repository);
        this.guard = guard;
        this.ledger = ledger;
        this.identity = identity;
        this.acting = acting;
        this.settings = settings;
        this.composed = composed;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What an administrator has to know since the start. */
    public Optional<DeploymentNotice> notice() {
        return Optional.ofNullable(notice);
    }

    @Override
    public void afterSingletonsInstantiated() {
        identity.as(
                Person.SYSTEM,
                () -> acting.asPlatform(() -> {
                    bring();
                    return null;
                }));
    }

    private void bring() {
        try {
            Map<String, byte[]> files = files();
            if (!files.isEmpty()) {
                transaction.executeWithoutResult(status -> {
                    deploy(files);
                    deployed.suspendOthers(files.keySet());
                });
            }
        } catch (BrokenBundle broken) {
            // The wiring test keeps this from ever being released; cases already running go on with what they have.
            notice = new DeploymentNotice(
                    "workflow.bundle.broken", broken.getMessage().lines().toList());
            LOG.error("The jar's diagrams are not deployed:\n{}", broken.getMessage());
        }
    }

    private Map<String, byte[]> files() {
        try {
            return BundleFiles.read(settings.bundle(), composed.orderedStream().toList());
        } catch (IllegalArgumentException notComposed) {
            throw new BrokenBundle(notComposed.getMessage());
        }
    }

    private void deploy(Map<String, byte[]> files) {
        String hash = BundleFiles.hash(files);
        Set<Deployment> current = deployed.newest(files.keySet());
        if (current.size() == 1 && deployed.holds(current.iterator().next(), hash)) {
            return;
        }
        List<String> foreign = current.stream()
                .filter(one -> !deployed.isOfProgram(one))
                .map(one -> one.getName() + " " + one.getId())
                .toList();
        DeploymentBuilder builder = repository.createDeployment().name(NAME).source(SOURCE + hash);
        if (foreign.isEmpty()) {
            // Of two nodes that start at once the second finds it done.
            builder.enableDuplicateFiltering(false);
        }
        files.forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
        Deployment done = guard.byProgram(builder::deploy);
        record(files, hash, done, foreign);
        if (!foreign.isEmpty()) {
            notice = new DeploymentNotice("workflow.bundle.replaced", foreign);
            LOG.warn("Deployments that did not come with the program are replaced: {}", foreign);
        }
        LOG.info("Deployed {} files as {} {}", files.size(), done.getId(), hash.substring(0, SHORT));
    }

    private void record(Map<String, byte[]> files, String hash, Deployment done, List<String> replaced) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("deployment", done.getId());
        content.put("sha256", hash);
        files.forEach((name, bytes) -> content.put(name, DigestUtils.sha256Hex(bytes)));
        content.put("replaced", replaced);
        ledger.append(Ledger.Fact.of("bundle.deployed", "bundle:" + hash.substring(0, SHORT), null, content));
    }
}
