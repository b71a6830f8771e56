package org.jianzheng.notice.carrier;

/** By which way a person is told at once. */
public enum Channel {
    /** A browser that the person subscribed with (RFC 8030). */
    PUSH,
    /** The registered mobile number, through the operator's gateway. */
    SMS,
    /** A WeChat account, through the operator's gateway. */
    WECHAT
}
