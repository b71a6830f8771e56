package org.jianzheng.standards;

import java.util.List;

/** Where a bar breaks: too small an elongation after a fracture outside the middle of the gauge length says nothing. */
final class FracturePlaces {

    private static final Table PLACES = Table.load("fracture-places");

    private FracturePlaces() {}

    static Field field() {
        return Field.choice("fracturePlace", "", PLACES.values("place")).optional();
    }

    /** Whether the bar is to be replaced: nothing else failed, so that no weak bar is excused by where it broke. */
    static boolean voids(Given given, List<String> failed) {
        return given.has("fracturePlace")
                && failed.equals(List.of("A"))
                && PLACES.where("place", given.choice("fracturePlace")).is("low_counts", "no");
    }
}
