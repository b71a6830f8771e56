package org.jianzheng.kernel;

/**
 * There is no such thing, or the asking person may not know of it: the two are never told apart. Pages and the API answer
 * 404.
 */
public class NotFound extends RuleBroken {

    public NotFound(String code, Object... arguments) {
        super(code, arguments);
    }
}
