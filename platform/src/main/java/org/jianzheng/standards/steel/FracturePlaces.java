package org.jianzheng.standards.steel;

import java.util.List;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.StandardTable;

/** Where a bar breaks: too small an elongation after a fracture outside the middle of the gauge length says nothing. */
final class FracturePlaces {

    private static final StandardTable PLACES = StandardTable.load("fracture-places");

    private FracturePlaces() {}

    static InputField field() {
        return InputField.choice("fracturePlace", "", PLACES.values("place")).optional();
    }

    /** Whether the bar is to be replaced: nothing else failed, so that no weak bar is excused by where it broke. */
    static boolean voids(GivenInputs given, List<String> failed) {
        return given.has("fracturePlace")
                && failed.equals(List.of("A"))
                && PLACES.where("place", given.choice("fracturePlace")).is("low_counts", "no");
    }
}
