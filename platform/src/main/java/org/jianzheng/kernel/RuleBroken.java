package org.jianzheng.kernel;

import java.util.Optional;

/**
 * A rule of the domain forbids what was asked. The code is a key of the message bundles, so that Tasklist, the pages and
 * the API can each say it in the reader's language; the field, where there is one, is the name of the form field or JSON
 * member that has to change.
 *
 * <p>Expected refusals (a broken seal, a missed window) are values routed by a gateway, not this.
 */
public class RuleBroken extends RuntimeException {

    private final String code;
    private final transient Object[] arguments;
    private final String field;

    public RuleBroken(String code, Object... arguments) {
        this(null, code, arguments);
    }

    private RuleBroken(String field, String code, Object... arguments) {
        super(code);
        this.field = field;
        this.code = code;
        this.arguments = arguments;
    }

    /** The same rule, pinned to the field that breaks it. */
    public static RuleBroken at(String field, String code, Object... arguments) {
        return new RuleBroken(field, code, arguments);
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    public Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
