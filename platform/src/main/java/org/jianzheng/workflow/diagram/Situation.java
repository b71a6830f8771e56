package org.jianzheng.workflow.diagram;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A moment of a case.
 *
 * @param known what Steps have answered, by path of the process and variable
 */
record Situation(Set<Place> places, Stages stages, Map<String, String> known) {

    Situation without(Predicate<Place> gone) {
        Set<Place> left = new TreeSet<>(places);
        left.removeIf(gone);
        return new Situation(left, stages, known);
    }

    Situation plus(Collection<Place> added) {
        Set<Place> more = new TreeSet<>(places);
        more.addAll(added);
        return new Situation(more, stages, known);
    }

    Situation at(Stages reached) {
        return new Situation(places, reached, known);
    }

    /** @param value null where nobody knows it */
    Situation knowing(String process, String variable, String value) {
        Map<String, String> more = new TreeMap<>(known);
        if (value == null) {
            more.remove(process + variable);
        } else {
            more.put(process + variable, value);
        }
        return new Situation(places, stages, more);
    }

    Situation forgetting(String process) {
        Map<String, String> less = new TreeMap<>(known);
        less.keySet().removeIf(name -> name.startsWith(process));
        return new Situation(places, stages, less);
    }

    /** Of that process, by variable. */
    Map<String, String> knownIn(String process) {
        Map<String, String> own = new TreeMap<>();
        known.forEach((name, value) -> {
            if (name.startsWith(process) && name.indexOf('/', process.length()) < 0) {
                own.put(name.substring(process.length()), value);
            }
        });
        return own;
    }
}
