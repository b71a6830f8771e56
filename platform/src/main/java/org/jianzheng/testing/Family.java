package org.jianzheng.testing;

/** The six families; each is recorded and concluded in its own way. */
enum Family {
    CONCRETE(new ConcreteProcedure()),
    MORTAR(new MortarProcedure()),
    CEMENT(new CementProcedure()),
    REBAR(new RebarProcedure()),
    WELD(new WeldProcedure()),
    SPLICE(new SpliceProcedure());

    private final FamilyProcedure procedure;

    Family(FamilyProcedure procedure) {
        this.procedure = procedure;
    }

    FamilyProcedure procedure() {
        return procedure;
    }

    /** The first raw record that is awaited: cement is broken at 3 d and at 28 d, all others at once. */
    String firstStage() {
        return this == CEMENT ? CementProcedure.EARLY : "main";
    }
}
