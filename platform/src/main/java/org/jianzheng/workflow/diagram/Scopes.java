package org.jianzheng.workflow.diagram;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The processes and sub-processes that one case is in, by path. */
final class Scopes {

    private static final int DEEPEST = 10;

    private final Function<String, Graph> processes;
    private final Map<String, Graph> graphs = new HashMap<>();
    /** Of each path, that of the process whose variables are seen there. */
    private final Map<String, String> owners = new HashMap<>();

    Scopes(Function<String, Graph> processes, Graph root) {
        this.processes = processes;
        graphs.put("", root);
        owners.put("", "");
    }

    /** There are more paths than anybody can walk. */
    static final class Endless extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final String element;

        Endless(String element) {
            super(element);
            this.element = element;
        }

        String element() {
            return element;
        }
    }

    void enter(Situation now, String path, Node node) {
        String inside = Place.path(path, node.id());
        boolean twice = now.places().contains(Place.inside(path, node.id()));
        if (twice || inside.chars().filter(c -> c == '/').count() > DEEPEST) {
            throw new Endless(node.id());
        }
        graphs.computeIfAbsent(
                inside,
                unknown -> node.called() == null
                        ? node.inner()
                        : processes.apply(node.called().process()));
        owners.put(inside, node.called() == null ? process(path) : inside);
    }

    Graph graph(String path) {
        return graphs.get(path);
    }

    String process(String path) {
        return owners.get(path);
    }

    String around(String path) {
        return path.substring(0, path.length() - 1 - activity(path).length());
    }

    String activity(String path) {
        return path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
    }
}
