package org.jianzheng.standards.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.MethodWords;
import org.jianzheng.standards.evaluation.InputField;

/** Draws a method's declared inputs as a form, filled with what was typed, the refused value marked. */
final class TrialForm {

    private final String method;
    private final MethodWords words;
    private final TypedInputs typed;
    private final String refusedPath;
    private final String refusal;

    TrialForm(String method, MethodWords words, TypedInputs typed, RuleBroken refused) {
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

    List<InputLine> lines(List<InputField> fields) {
        return lines("", fields);
    }

    private List<InputLine> lines(String prefix, List<InputField> fields) {
        return fields.stream().map(field -> line(prefix + field.name(), field)).toList();
    }

    private InputLine line(String path, InputField field) {
        InputLine.Layout layout = layout(field);
        InputLine line = InputLine.of(path, layout, label(field), field.unit(), field.required(), hint(field, layout));
        InputLine filled =
                switch (layout) {
                    case ONE, TEXT -> line.boxes(List.of(box(path, field)));
                    case LIST -> line.boxes(boxes(path, field));
                    case ROWS -> line.rows(heads(field), rows(path, field));
                    case GROUP -> line.lines(field.list() ? items(path, field) : lines(path + ".", field.members()));
                };
        boolean here = layout == InputLine.Layout.GROUP ? path.equals(refusedPath) : refused(path);
        return here ? filled.error(error(path)) : filled;
    }

    private static InputLine.Layout layout(InputField field) {
        if (TypedInputs.inText(field)) {
            return InputLine.Layout.TEXT;
        }
        boolean group = field.kind() == InputField.Kind.GROUP;
        if (field.list()) {
            return TypedInputs.nested(field)
                    ? InputLine.Layout.GROUP
                    : group ? InputLine.Layout.ROWS : InputLine.Layout.LIST;
        }
        return group ? InputLine.Layout.GROUP : InputLine.Layout.ONE;
    }

    private String hint(InputField field, InputLine.Layout layout) {
        if (layout == InputLine.Layout.TEXT) {
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

    private List<InputLine> items(String path, InputField field) {
        return IntStream.range(0, typed.slots(path, field))
                .mapToObj(i -> item(path + "[" + i + "]", label(field) + " " + (i + 1), field))
                .toList();
    }

    private InputLine item(String path, String label, InputField field) {
        return InputLine.of(path, InputLine.Layout.GROUP, label, "", false, null)
                .lines(lines(path + ".", field.members()));
    }

    private String label(InputField field) {
        return words.field(method, field.name());
    }

    private List<InputBox> boxes(String path, InputField field) {
        return IntStream.range(0, typed.slots(path, field))
                .mapToObj(i -> box(path + "[" + i + "]", field))
                .toList();
    }

    private List<String> heads(InputField field) {
        return field.members().stream().flatMap(this::headsOf).toList();
    }

    private Stream<String> headsOf(InputField member) {
        String head = member.unit().isEmpty() ? label(member) : label(member) + "（" + member.unit() + "）";
        return member.list() ? IntStream.rangeClosed(1, member.most()).mapToObj(i -> head + " " + i) : Stream.of(head);
    }

    private List<List<InputBox>> rows(String path, InputField field) {
        return IntStream.range(0, typed.slots(path, field))
                .mapToObj(i -> field.members().stream()
                        .flatMap(member -> cells(path + "[" + i + "]." + member.name(), member))
                        .toList())
                .toList();
    }

    private Stream<InputBox> cells(String path, InputField member) {
        return member.list() ? boxes(path, member).stream() : Stream.of(box(path, member));
    }

    private InputBox box(String path, InputField field) {
        return new InputBox(path, typed.text(path), options(field), label(field), refused(path));
    }

    private List<InputBox.Option> options(InputField field) {
        List<InputBox.Option> options = new ArrayList<>();
        if (field.kind() == InputField.Kind.FLAG) {
            List.of("true", "false")
                    .forEach(flag -> options.add(new InputBox.Option(flag, words.flag(field.name(), flag))));
        }
        field.choices().forEach(word -> options.add(new InputBox.Option(word, words.choice(field.name(), word))));
        return options;
    }
}
