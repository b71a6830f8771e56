package org.jianzheng.identity.session;

/** Whether a sign-in may still be acted on. */
public enum SignInState {
    STANDS,
    /** Sign in anew; the realm decides what for. */
    OVER,
    /** Sign in anew, and prove who you are even to a realm that remembers you. */
    TO_BE_PROVED
}
