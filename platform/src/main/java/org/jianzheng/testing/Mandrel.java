package org.jianzheng.testing;

/** Diameter of the mandrel a bar is bent around, in mm: GB 1499.1 table 6 for plain bars, GB 1499.2 table 8 for ribbed. */
final class Mandrel {

    private Mandrel() {}

    /** @param reverse the reverse bend test takes a mandrel one bar diameter larger */
    static int of(String grade, int diameterMm, boolean reverse) {
        int times = grade.equals("HPB300") ? 1 : ribbed(grade, diameterMm);
        return (times + (reverse ? 1 : 0)) * diameterMm;
    }

    private static int ribbed(String grade, int diameterMm) {
        int least = grade.contains("400") ? 4 : 6;
        return diameterMm <= 25 ? least : diameterMm <= 40 ? least + 1 : least + 2;
    }
}
