package org.jianzheng.policy;

/**
 * A laboratory's choice as its page shows it.
 *
 * @param mayDecide whether the acting person may approve or refuse it now
 * @param mayWithdraw whether the acting person may withdraw it now
 */
public record ChoiceView(PolicyChoice choice, ChoiceState state, boolean mayDecide, boolean mayWithdraw) {}
