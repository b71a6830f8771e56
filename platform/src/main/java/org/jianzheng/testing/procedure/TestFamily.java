package org.jianzheng.testing.procedure;

import java.util.Map;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.TestItem;

/** How an item is recorded and concluded: as its folder says, or by a class where several evaluations make one
 * result or the order says what is measured. */
public record TestFamily(TestItem item, FamilyProcedure procedure) {

    private static final Map<String, FamilyProcedure> OF_THEIR_OWN = Map.of(
            "cement", new CementProcedure(),
            "rebar", new RebarProcedure(),
            "weld", new WeldProcedure(),
            "open-item", new OpenProcedure());

    public static TestFamily of(String item) {
        return of(Catalogue.current().item(item));
    }

    public static TestFamily of(TestItem item) {
        FamilyProcedure composed = OF_THEIR_OWN.get(item.code());
        return new TestFamily(item, composed == null ? new CataloguedProcedure(item) : composed);
    }

    public String name() {
        return item.family();
    }

    public String firstStage() {
        return item.firstStage();
    }
}
