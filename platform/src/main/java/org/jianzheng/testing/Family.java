package org.jianzheng.testing;

/** The six families; each is recorded and concluded in its own way. */
enum Family {
    CONCRETE(new ConcreteTest()),
    MORTAR(new MortarTest()),
    CEMENT(new CementTest()),
    REBAR(new RebarTest()),
    WELD(new WeldTest()),
    SPLICE(new SpliceTest());

    private final FamilyTest test;

    Family(FamilyTest test) {
        this.test = test;
    }

    FamilyTest test() {
        return test;
    }

    /** The first raw record that is awaited: cement is broken at 3 d and at 28 d, all others at once. */
    String firstStage() {
        return this == CEMENT ? CementTest.EARLY : "main";
    }
}
