package org.jianzheng.testing.order;

/** How many pieces the re-test of a sample takes: what failed on as many as its standard says, what passed on none. */
public record DoubleRetest(int pulled, int bent) {

    public int pieces() {
        return pulled + bent;
    }
}
