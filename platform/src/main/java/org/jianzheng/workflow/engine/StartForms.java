package org.jianzheng.workflow.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jianzheng.workflow.expression.StepsBeans;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * What a start form shows. There is no instance yet that could map it, and Tasklist asks for no variables, so the start
 * event names the Steps as properties ({@code projects} = <code>${commission.projects()}</code>) and their answers for the
 * person who asks are written into the form as it is sent: the choices of its select fields.
 */
@Component
public class StartForms {

    private static final Pattern CALL = Pattern.compile("\\$\\{\\s*(\\w+)\\.(\\w+)\\(\\s*\\)\\s*}");

    private final Forms forms;
    private final StepsBeans steps;

    StartForms(Forms forms, ListableBeanFactory beans) {
        this.forms = forms;
        this.steps = new StepsBeans(beans);
    }

    /** Names of what the start event shows, with the expressions that answer them. */
    public static Map<String, String> shown(StartEvent start) {
        Map<String, String> shown = new TreeMap<>();
        if (start.getExtensionElements() != null) {
            start.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                    .flatMap(properties -> properties.getCamundaProperties().stream())
                    .forEach((CamundaProperty property) ->
                            shown.put(property.getCamundaName(), property.getCamundaValue()));
        }
        return shown;
    }

    /** What the acting person is shown. */
    Map<String, Object> shown(String definitionId) {
        Map<String, Object> values = new TreeMap<>();
        shown(forms.startEvent(definitionId)).forEach((name, expression) -> values.put(name, answer(expression)));
        return values;
    }

    /** The form with the acting person's choices in it. */
    public Map<String, Object> json(String definitionId) {
        Map<String, Object> form = forms.startJson(definitionId);
        return withChoices(form, shown(definitionId));
    }

    private static Map<String, Object> withChoices(Map<?, ?> component, Map<String, Object> shown) {
        Map<String, Object> filled = new LinkedHashMap<>();
        component.forEach((key, value) -> filled.put(String.valueOf(key), value));
        if (filled.get("valuesKey") instanceof String name && shown.containsKey(name)) {
            filled.remove("valuesKey");
            filled.put("values", shown.get(name));
        }
        if (filled.get("components") instanceof List<?> children) {
            filled.put(
                    "components",
                    children.stream()
                            .map(child -> withChoices((Map<?, ?>) child, shown))
                            .toList());
        }
        return filled;
    }

    private Object answer(String expression) {
        Matcher call = CALL.matcher(expression);
        if (!call.matches() || !steps.containsKey(call.group(1))) {
            throw new IllegalStateException("a start form shows what a step without arguments answers: " + expression);
        }
        Object bean = steps.get(call.group(1));
        try {
            return step(ClassUtils.getUserClass(bean), call.group(2)).invoke(bean);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method step(Class<?> owner, String name) {
        return Arrays.stream(owner.getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
                .filter(method -> Set.of(owner.getMethods()).contains(method))
                .findFirst()
                // The check of diagrams knows of none: an earlier diagram, whose form is out of date.
                .orElseThrow(() -> new Conflict("workflow.start.outdated"));
    }
}
