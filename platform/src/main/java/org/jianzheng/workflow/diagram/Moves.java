package org.jianzheng.workflow.diagram;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianzheng.workflow.diagram.Node.Exit;
import org.jianzheng.workflow.diagram.Node.Kind;
import org.jianzheng.workflow.diagram.StepRule.Outcome;

/**
 * What can happen next, as the engine would have it: whatever does not wait goes on in the same transaction; only then a task
 * is done, a timer fires, an event comes.
 */
final class Moves {

    private final Scopes scopes;

    Moves(Scopes scopes) {
        this.scopes = scopes;
    }

    /** @param at what was passed, for whoever is told the way */
    record Move(Situation after, Node at) {}

    List<Move> from(Situation now) {
        List<Place> urgent =
                now.places().stream().filter(place -> goesOn(now, place)).toList();
        return urgent.isEmpty()
                ? Stream.concat(now.places().stream().flatMap(place -> waiting(now, place)), events(now))
                        .toList()
                : urgent.stream()
                        .flatMap(place -> passed(now, place, node(place)))
                        .toList();
    }

    /** What the case stands before, where it may go on. */
    Optional<Node> before(Situation now, Place place) {
        return place.isInside() || isHeld(now, place) ? Optional.empty() : Optional.of(node(place));
    }

    private Node node(Place place) {
        Graph graph = scopes.graph(place.path());
        return place.isInside()
                ? graph.nodes().get(place.activity())
                : graph.targets().get(place.flow());
    }

    private boolean goesOn(Situation now, Place place) {
        return !place.isInside()
                && !isHeld(now, place)
                && !scopes.graph(place.path()).waits(place.flow());
    }

    /** An error that waits to be caught; a join that waits for others, or is gone through by another's turn. */
    private boolean isHeld(Situation now, Place place) {
        Node node = node(place);
        if (node.kind() != Kind.FORK) {
            return node.kind() == Kind.THROWN;
        }
        List<Place> here = here(now, place);
        return here.size() < node.entrances() || !here.get(0).equals(place);
    }

    private List<Place> here(Situation now, Place place) {
        Node node = node(place);
        return now.places().stream()
                .filter(other -> other.path().equals(place.path()) && !other.isInside() && node(other) == node)
                .toList();
    }

    private Stream<Move> waiting(Situation now, Place place) {
        Node node = node(place);
        Stream<Move> interrupted = node.interruptions().stream().map(event -> {
            Situation left = event.ends() ? left(now, place, node) : now;
            return new Move(left.plus(places(place.path(), event.exits())), node);
        });
        Stream<Move> done = before(now, place).stream().flatMap(it -> passed(now, place, it));
        return Stream.concat(interrupted, done);
    }

    private static Situation left(Situation now, Place place, Node node) {
        String inside = Place.path(place.path(), node.id());
        return now.without(other -> other.equals(place) || other.path().startsWith(inside))
                .forgetting(inside);
    }

    /** Event sub-processes of whatever is under way. */
    private Stream<Move> events(Situation now) {
        return now.places().stream()
                .map(Place::path)
                .distinct()
                .flatMap(path -> scopes.graph(path).events().entrySet().stream()
                        .filter(event -> !now.places()
                                .contains(Place.inside(path, event.getKey().id())))
                        .flatMap(event -> {
                            Situation left = event.getValue()
                                    ? now.without(place -> place.path().startsWith(path))
                                    : now;
                            return entered(left, path, event.getKey());
                        }));
    }

    private Stream<Move> passed(Situation now, Place place, Node node) {
        Situation gone =
                node.kind() == Kind.FORK ? now.without(here(now, place)::contains) : now.without(place::equals);
        return switch (node.kind()) {
            case DOING -> done(gone, place.path(), node);
            case CHOICE -> chosen(gone, place.path(), node);
            case FORK -> Stream.of(new Move(gone.plus(places(place.path(), node.exits())), node));
            case INSIDE -> entered(gone, place.path(), node);
            case END -> ended(gone, place.path()).map(after -> new Move(after, node));
            case END_OF_ALL ->
                ended(gone.without(other -> other.path().startsWith(place.path())), place.path())
                        .map(after -> new Move(after, node));
            case THROWN -> Stream.empty();
        };
    }

    private Stream<Move> done(Situation now, String path, Node node) {
        String process = scopes.process(path);
        List<Situation> all = List.of(now);
        if (node.work().step() != null) {
            all = set(all, process, node.work().result(), node.work().step());
        } else if (node.work().result() != null) {
            all = set(all, process, node.work().result(), null);
        }
        return onward(outputs(all, process, node), path, node).map(after -> new Move(after, node));
    }

    private static List<Situation> outputs(List<Situation> before, String process, Node node) {
        List<Situation> all = before;
        for (Map.Entry<String, StepCall> output : node.work().outputs().entrySet()) {
            all = set(all, process, output.getKey(), output.getValue());
        }
        return all;
    }

    private static List<Situation> set(List<Situation> all, String process, String variable, StepCall call) {
        List<Situation> after = new ArrayList<>();
        for (Situation each : all) {
            List<Outcome> outcomes =
                    call == null ? List.of(new Outcome(null, each.stages())) : call.outcomes(each.stages());
            outcomes.forEach(outcome -> {
                Situation reached = each.at(outcome.stages());
                after.add(variable == null ? reached : reached.knowing(process, variable, outcome.answer()));
            });
        }
        return after;
    }

    private Stream<Move> chosen(Situation now, String path, Node node) {
        Map<String, String> known = now.knownIn(scopes.process(path));
        List<Exit> possible = new ArrayList<>();
        for (Exit exit : node.exits()) {
            Optional<Boolean> taken = exit.last()
                    ? Optional.of(false)
                    : exit.condition() == null
                            ? Optional.of(true)
                            : exit.condition().holds(known);
            if (taken.orElse(true)) {
                possible.add(exit);
            }
            if (taken.isPresent() && taken.get()) {
                return possible.stream().map(one -> new Move(now.plus(places(path, List.of(one))), node));
            }
        }
        node.exits().stream().filter(Exit::last).forEach(possible::add);
        return possible.stream().map(one -> new Move(now.plus(places(path, List.of(one))), node));
    }

    private Stream<Move> entered(Situation now, String path, Node node) {
        String inside = Place.path(path, node.id());
        scopes.enter(now, path, node);
        Situation handed = now.plus(List.of(Place.inside(path, node.id())));
        if (node.called() != null) {
            handed = handed.forgetting(inside);
            Map<String, String> known = now.knownIn(scopes.process(path));
            for (Map.Entry<String, String> in : node.called().in().entrySet()) {
                handed = handed.knowing(inside, in.getKey(), known.get(in.getValue()));
            }
        }
        Situation begun = handed;
        return scopes.graph(inside).begins().stream().map(exits -> new Move(begun.plus(places(inside, exits)), node));
    }

    /** Out of a sub-process or a call where nothing is left in it. */
    private Stream<Situation> ended(Situation now, String path) {
        boolean over = now.places().stream().noneMatch(place -> place.path().startsWith(path));
        if (!over || path.isEmpty()) {
            return Stream.of(now);
        }
        String around = scopes.around(path);
        Place inside = Place.inside(around, scopes.activity(path));
        Node node = node(inside);
        Situation left = now.without(inside::equals);
        if (node.called() != null) {
            Map<String, String> known = now.knownIn(path);
            for (Map.Entry<String, String> out : node.called().out().entrySet()) {
                left = left.knowing(scopes.process(around), out.getKey(), known.get(out.getValue()));
            }
            left = left.forgetting(path);
        }
        return onward(outputs(List.of(left), scopes.process(around), node), around, node);
    }

    /** Where no flow leaves it ends there. */
    private Stream<Situation> onward(List<Situation> all, String path, Node node) {
        return all.stream()
                .flatMap(now ->
                        node.exits().isEmpty() ? ended(now, path) : Stream.of(now.plus(places(path, node.exits()))));
    }

    private static Collection<Place> places(String path, List<Exit> exits) {
        return exits.stream().map(exit -> new Place(path, exit.id())).toList();
    }
}
