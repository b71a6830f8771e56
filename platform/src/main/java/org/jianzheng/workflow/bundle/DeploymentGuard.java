package org.jianzheng.workflow.bundle;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.jianzheng.workflow.diagram.Beginnings;
import org.jianzheng.workflow.diagram.DecisionUses;
import org.jianzheng.workflow.diagram.DiagramProblem;
import org.jianzheng.workflow.diagram.StepsCatalogue;
import org.jianzheng.workflow.diagram.Wiring;
import org.jianzheng.workflow.engine.Forbidden;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Stands before every deployment: only the program brings diagrams, tables and forms, and they pass the same check as the
 * wiring test. Whatever else reaches the engine, by its interface or otherwise, deploys nothing.
 */
@Component
public class DeploymentGuard implements Deployer {

    private final ListableBeanFactory beans;
    private final MessageSource messages;
    private final ThreadLocal<Boolean> byProgram = new ThreadLocal<>();

    DeploymentGuard(ListableBeanFactory beans, MessageSource messages) {
        this.beans = beans;
        this.messages = messages;
    }

    /** Does a deployment of the program's own. */
    public <T> T byProgram(Supplier<T> work) {
        byProgram.set(true);
        try {
            return work.get();
        } finally {
            byProgram.remove();
        }
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        if (byProgram.get() == null) {
            throw new Forbidden("workflow.deployment.closed");
        }
        Map<String, byte[]> files = new TreeMap<>();
        deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        List<DiagramProblem> problems =
                new Wiring(files, StepsCatalogue.of(beans), DecisionUses.of(beans), Beginnings.of(beans)).problems();
        if (!problems.isEmpty()) {
            throw new BrokenBundle(problems.stream().map(this::text).collect(Collectors.joining("\n")));
        }
    }

    private String text(DiagramProblem problem) {
        // Who deploys in Cockpit reads their own language; at the start nobody is there to have one.
        LocaleContext reader = LocaleContextHolder.getLocaleContext();
        Locale locale = reader == null ? Locale.SIMPLIFIED_CHINESE : LocaleContextHolder.getLocale();
        String what = messages.getMessage(
                "workflow.check." + problem.code(), problem.arguments(), problem.toString(), locale);
        return problem.resource() + " #" + problem.element() + "  " + what;
    }
}
