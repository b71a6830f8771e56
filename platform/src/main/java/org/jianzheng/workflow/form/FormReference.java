package org.jianzheng.workflow.form;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jianzheng.kernel.RuleBroken;

/**
 * What a user task says of its form: the id of one, or a variable that holds the id. What a variable may hold is a composed
 * form of the frame that the task is named after.
 */
public final class FormReference {

    private static final Pattern VARIABLE = Pattern.compile("\\s*\\$\\{\\s*([A-Za-z_]\\w*)\\s*}\\s*");

    private final String text;
    private final String frame;
    private final String variable;

    /** @param text the attribute {@code formRef}, which may be missing */
    public FormReference(String taskId, String text) {
        this.text = text;
        this.frame = taskId.replaceFirst("_\\d+$", "");
        Matcher matcher = VARIABLE.matcher(text == null ? "" : text);
        this.variable = matcher.matches() ? matcher.group(1) : null;
    }

    /** The id where it stands in the diagram itself. */
    public Optional<String> literal() {
        return variable == null ? Optional.ofNullable(text) : Optional.empty();
    }

    /** The variable that holds the id. */
    public Optional<String> variable() {
        return Optional.ofNullable(variable);
    }

    /** The frame of which it is a form, where a variable says which. */
    public String frame() {
        return frame;
    }

    /** Whether a form of that id is one of the frame's. */
    public boolean mayBe(String id) {
        return id.startsWith(frame + "-");
    }

    /**
     * The id of the form.
     *
     * @param value of the variable
     * @throws RuleBroken when it is no form of the frame
     */
    public String given(Object value) {
        if (value instanceof String id && mayBe(id)) {
            return id;
        }
        throw unknown(value);
    }

    /** What the variable holds is no form that belongs to the case. */
    public static RuleBroken unknown(Object value) {
        return new RuleBroken("workflow.form.unknown", String.valueOf(value));
    }
}
