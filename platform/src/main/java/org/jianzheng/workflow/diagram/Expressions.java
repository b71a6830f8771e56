package org.jianzheng.workflow.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the expressions of a diagram: which steps they call, and whether they do anything else. */
final class Expressions {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{(.*?)}", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("'[^'\\\\]*'");
    private static final Pattern CALL = Pattern.compile("([A-Za-z_]\\w*)\\s*\\.\\s*([A-Za-z_]\\w*)\\s*\\(([^()]*)\\)");
    private static final Pattern ARGUMENT = Pattern.compile("[A-Za-z_]\\w*|''|\\d+|true|false");
    private static final Pattern MEMBER = Pattern.compile("[A-Za-z_]\\w*\\s*\\.\\s*[A-Za-z_]\\w*");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");
    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "empty", "and", "or", "not", "eq", "ne", "gt", "lt", "ge", "le");

    private Expressions() {}

    record Call(String module, String step, List<String> arguments) {}

    static boolean isExpression(String text) {
        return text != null && (text.contains("${") || text.contains("#{"));
    }

    /** Bodies of the expressions in a text such as {@code labs/${labCode}/tester}; what stands in quotes is blanked. */
    static List<String> bodies(String text) {
        List<String> bodies = new ArrayList<>();
        Matcher matcher = EXPRESSION.matcher(text == null ? "" : text);
        while (matcher.find()) {
            bodies.add(TEXT.matcher(matcher.group(1)).replaceAll("''").strip());
        }
        return bodies;
    }

    static List<Call> calls(String body) {
        List<Call> calls = new ArrayList<>();
        Matcher matcher = CALL.matcher(body);
        while (matcher.find()) {
            String arguments = matcher.group(3).strip();
            calls.add(new Call(
                    matcher.group(1),
                    matcher.group(2),
                    arguments.isEmpty() ? List.of() : List.of(arguments.split("\\s*,\\s*", -1))));
        }
        return calls;
    }

    /** The call of a step, where the text is that and nothing else. */
    static Optional<Call> soleCall(String text) {
        List<String> bodies = bodies(text);
        boolean sole = bodies.size() == 1
                && text.strip().startsWith("${")
                && text.strip().endsWith("}")
                && CALL.matcher(bodies.get(0)).matches();
        return sole ? Optional.of(calls(bodies.get(0)).get(0)) : Optional.empty();
    }

    /** Only variables, comparisons and calls of Steps with variables or literals. */
    static boolean isSimple(String body) {
        boolean plainArguments = calls(body).stream()
                .flatMap(call -> call.arguments().stream())
                .allMatch(argument -> ARGUMENT.matcher(argument).matches());
        String rest = CALL.matcher(body).replaceAll("''").replace("execution.processBusinessKey", "''");
        boolean grouped = !Pattern.compile("\\w\\s*\\(").matcher(rest).find();
        return plainArguments
                && grouped
                && !MEMBER.matcher(rest).find()
                && !Pattern.compile("(?<![\\w.])(execution|task)\\b")
                        .matcher(rest)
                        .find()
                && rest.chars().noneMatch(c -> "[]{};\\:@".indexOf(c) >= 0)
                && !Pattern.compile("(?<![=!<>])=(?!=)").matcher(rest).find();
    }

    /** Names of the variables read. */
    static Set<String> variables(String body) {
        Set<String> names = new java.util.TreeSet<>();
        calls(body).forEach(call -> names.addAll(call.arguments()));
        Matcher matcher = NAME.matcher(CALL.matcher(body).replaceAll("''"));
        while (matcher.find()) {
            names.add(matcher.group());
        }
        names.removeIf(name -> WORDS.contains(name) || !Character.isJavaIdentifierStart(name.charAt(0)));
        return names;
    }
}
