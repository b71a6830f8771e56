package org.jianzheng.standards.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.Field;
import org.jianzheng.standards.Words;

/** Draws a method's declared inputs as a form, filled with what was typed, the refused value marked. */
final class TrialForm {

    private final String method;
    private final Words words;
    private final TypedInputs typed;
    private final String refusedPath;
    private final String refusal;

    TrialForm(String method, Words words, TypedInputs typed, RuleBroken refused) {
        this.method = method;
        this.words = words;
        this.typed = typed;
        this.refusedPath = refused == null ? null : refused.field().orElse(null);
        this.refusal = refused == null ? null : said(refused);
    }

    /** A refusal that begins with the path of its member begins with that member's name here. */
    private String said(RuleBroken refused) {
        Object[] arguments = refused.arguments();
        if (arguments.length > 0 && arguments[0].equals(refusedPath)) {
            arguments[0] = words.field(method, refusedPath.replaceAll("\\[\\d+]|.*\\.", ""));
        }
        return words.say(refused.code(), arguments);
    }

    List<Line> lines(List<Field> fields) {
        return lines("", fields);
    }

    private List<Line> lines(String prefix, List<Field> fields) {
        return fields.stream().map(field -> line(prefix + field.name(), field)).toList();
    }

    private Line line(String path, Field field) {
        Line.Layout layout = layout(field);
        Line line = Line.of(path, layout, label(field), field.unit(), field.required(), hint(field, layout));
        Line filled =
                switch (layout) {
                    case ONE, TEXT -> line.boxes(List.of(box(path, field)));
                    case LIST -> line.boxes(boxes(path, field));
                    case ROWS -> line.rows(heads(field), rows(path, field));
                    case GROUP -> line.lines(field.list() ? items(path, field) : lines(path + ".", field.members()));
                };
        boolean here = layout == Line.Layout.GROUP ? path.equals(refusedPath) : refused(path);
        return here ? filled.error(error(path)) : filled;
    }

    private static Line.Layout layout(Field field) {
        if (TypedInputs.inText(field)) {
            return Line.Layout.TEXT;
        }
        boolean group = field.kind() == Field.Kind.GROUP;
        if (field.list()) {
            return TypedInputs.nested(field) ? Line.Layout.GROUP : group ? Line.Layout.ROWS : Line.Layout.LIST;
        }
        return group ? Line.Layout.GROUP : Line.Layout.ONE;
    }

    private String hint(Field field, Line.Layout layout) {
        if (layout == Line.Layout.TEXT) {
            return words.say("standards.trial.many", field.least());
        }
        if (field.list() && field.least() != field.most()) {
            return words.say("standards.trial.leaveBlank");
        }
        return null;
    }

    // The place in a list that a one-box text cannot show by colour is told in words.
    private String error(String path) {
        String rest = refusedPath.substring(path.length());
        if (!rest.startsWith("[")) {
            return refusal;
        }
        int index = Integer.parseInt(rest.substring(1, rest.indexOf(']')));
        return words.say("standards.trial.item", String.valueOf(index + 1), refusal);
    }

    private boolean refused(String path) {
        return refusedPath != null
                && refusedPath.startsWith(path)
                && (refusedPath.length() == path.length() || "[.".indexOf(refusedPath.charAt(path.length())) >= 0);
    }

    private List<Line> items(String path, Field field) {
        return IntStream.range(0, typed.slots(path, field))
                .mapToObj(i -> item(path + "[" + i + "]", label(field) + " " + (i + 1), field))
                .toList();
    }

    private Line item(String path, String label, Field field) {
        return Line.of(path, Line.Layout.GROUP, label, "", false, null).lines(lines(path + ".", field.members()));
    }

    private String label(Field field) {
        return words.field(method, field.name());
    }

    private List<Box> boxes(String path, Field field) {
        return IntStream.range(0, typed.slots(path, field))
                .mapToObj(i -> box(path + "[" + i + "]", field))
                .toList();
    }

    private List<String> heads(Field field) {
        return field.members().stream().flatMap(this::headsOf).toList();
    }

    private Stream<String> headsOf(Field member) {
        String head = member.unit().isEmpty() ? label(member) : label(member) + "（" + member.unit() + "）";
        return member.list() ? IntStream.rangeClosed(1, member.most()).mapToObj(i -> head + " " + i) : Stream.of(head);
    }

    private List<List<Box>> rows(String path, Field field) {
        return IntStream.range(0, typed.slots(path, field))
                .mapToObj(i -> field.members().stream()
                        .flatMap(member -> cells(path + "[" + i + "]." + member.name(), member))
                        .toList())
                .toList();
    }

    private Stream<Box> cells(String path, Field member) {
        return member.list() ? boxes(path, member).stream() : Stream.of(box(path, member));
    }

    private Box box(String path, Field field) {
        return new Box(path, typed.text(path), options(field), label(field), refused(path));
    }

    private List<Box.Option> options(Field field) {
        List<Box.Option> options = new ArrayList<>();
        if (field.kind() == Field.Kind.FLAG) {
            List.of("true", "false").forEach(flag -> options.add(new Box.Option(flag, words.flag(field.name(), flag))));
        }
        field.choices().forEach(word -> options.add(new Box.Option(word, words.choice(field.name(), word))));
        return options;
    }
}
