package org.jianzheng.workflow.diagram;

/**
 * Where a case is: on a flow, before what it leads to, or inside a sub-process or called process.
 *
 * @param path of the sub-processes and calls around it, each followed by a stroke
 */
record Place(String path, String flow) implements Comparable<Place> {

    private static final String INSIDE = "@";

    static Place inside(String path, String activity) {
        return new Place(path, INSIDE + activity);
    }

    boolean isInside() {
        return flow.startsWith(INSIDE);
    }

    String activity() {
        return flow.substring(INSIDE.length());
    }

    /** Path of what is inside. */
    static String path(String path, String activity) {
        return path + activity + "/";
    }

    @Override
    public int compareTo(Place other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : flow.compareTo(other.flow);
    }
}
