package org.jianzheng.workflow.diagram;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;

/** One decision table: its name, how its rules are chosen, and that its facts and answers are those the code knows. */
final class DecisionCheck {

    private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();
    private static final Set<String> TYPES = Set.of("string", "boolean", "integer");
    private static final Set<String> POLICIES = Set.of("UNIQUE", "FIRST", "ANY", "RULE ORDER", "COLLECT");

    private final Wiring wiring;
    private final String file;
    private final String key;
    private final DmnModelInstance model;

    DecisionCheck(Wiring wiring, String file, DmnModelInstance model) {
        this.wiring = wiring;
        this.file = file;
        this.key = Wiring.fileKey(file);
        this.model = model;
    }

    void run() {
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
        Collection<DecisionTable> tables = model.getModelElementsByType(DecisionTable.class);
        if (decisions.size() != 1 || tables.size() != 1) {
            problem(key, "oneDecision");
            return;
        }
        decision(decisions.iterator().next());
        policy(tables.iterator().next());
        inputs();
        outputs();
        for (OutputEntry entry : model.getModelElementsByType(OutputEntry.class)) {
            cell(
                    entry.getId(),
                    entry.getExpressionLanguage(),
                    text(entry.getText()),
                    cell -> FEEL.evaluateSimpleExpression(
                            cell, Variables.createVariables().asVariableContext()));
        }
        for (InputEntry entry : model.getModelElementsByType(InputEntry.class)) {
            cell(
                    entry.getId(),
                    entry.getExpressionLanguage(),
                    text(entry.getText()),
                    cell -> FEEL.evaluateSimpleUnaryTests(
                            cell,
                            "fact",
                            Variables.createVariables().putValue("fact", null).asVariableContext()));
        }
    }

    private void decision(Decision decision) {
        check(decision.getId().equals(key), decision.getId(), "decisionKey", key);
        check(DiagramCheck.isText(decision.getName()), decision.getId(), "name");
        check(DiagramCheck.isText(decision.getCamundaHistoryTimeToLiveString()), decision.getId(), "timeToLive");
    }

    /** Those whose answer is rows as they stand in the table: sums and priorities would have to be reckoned by it. */
    private void policy(DecisionTable table) {
        String policy = table.getAttributeValue("hitPolicy");
        boolean fine = POLICIES.contains(policy) && table.getAttributeValue("aggregation") == null;
        check(fine, table.getId(), "hitPolicy");
    }

    private void inputs() {
        Set<String> read = new TreeSet<>();
        for (Input input : model.getModelElementsByType(Input.class)) {
            InputExpression expression = input.getInputExpression();
            String name = expression == null ? "" : text(expression.getText());
            read.add(name);
            check(expression != null && isType(expression.getTypeRef()), input.getId(), "decisionType", name);
        }
        Set<String> given = wiring.uses().given(key);
        if (given != null) {
            read.removeAll(given);
            check(read.isEmpty(), key, "decisionFacts", read, new TreeSet<>(given));
        }
    }

    private void outputs() {
        Collection<Output> outputs = model.getModelElementsByType(Output.class);
        outputs.forEach(output -> check(isType(output.getTypeRef()), output.getId(), "decisionType", output.getName()));
        List<String> names = outputs.stream().map(Output::getName).toList();
        Set<String> missing = new TreeSet<>(wiring.uses().answers(key));
        missing.removeAll(names);
        check(missing.isEmpty(), key, "decisionAnswers", missing);
    }

    /** Every cell can be read; a slip of the pen would otherwise be found when a rule is first tried. */
    private void cell(String element, String language, String text, Consumer<String> read) {
        if (language != null && !language.equalsIgnoreCase("feel")) {
            problem(element, "forbidden", "expressionLanguage");
            return;
        }
        try {
            if (DiagramCheck.isText(text)) {
                read.accept(text);
            }
        } catch (FeelException unreadable) {
            problem(element, "decisionCell", text);
        }
    }

    private static boolean isType(String type) {
        return type != null && TYPES.contains(type);
    }

    private static String text(Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    private void check(boolean fine, String element, String code, Object... arguments) {
        if (!fine) {
            problem(element, code, arguments);
        }
    }

    private void problem(String element, String code, Object... arguments) {
        wiring.problem(new DiagramProblem(file, element, code, arguments));
    }
}
