package org.jianzheng.testing;

import java.util.Map;
import org.jianzheng.standards.Catalogue;
import org.jianzheng.standards.TestItem;

/** How an item is recorded and concluded: as its folder says, or by a class where several evaluations make one
 * result or the order says what is measured. */
record Family(TestItem item, FamilyProcedure procedure) {

    private static final Map<String, FamilyProcedure> OF_THEIR_OWN = Map.of(
            "cement", new CementProcedure(),
            "rebar", new RebarProcedure(),
            "weld", new WeldProcedure(),
            "open-item", new OpenProcedure());

    static Family of(String item) {
        return of(Catalogue.current().item(item));
    }

    static Family of(TestItem item) {
        FamilyProcedure composed = OF_THEIR_OWN.get(item.code());
        return new Family(item, composed == null ? new CataloguedProcedure(item) : composed);
    }

    String name() {
        return item.family();
    }

    String firstStage() {
        return item.firstStage();
    }
}
