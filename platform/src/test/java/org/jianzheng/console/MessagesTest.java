package org.jianzheng.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody ever reads a key instead of a sentence. */
class MessagesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z][\\w.-]*\\w)[}(]");
    private static final Pattern IN_CODE = Pattern.compile(
            "(?:new (?:RuleBroken|NotFound)\\(\\s*|RuleBroken\\s*\\.at\\(\\s*[^,;]+,\\s*)\"([^\"]+[^.\"])\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");

    @ParameterizedTest
    @MethodSource("chineseBundles")
    void bothLanguagesSayTheSameThings(String bundle) throws IOException {
        Properties chinese = read(bundle);
        Properties english = read(bundle.replace(".properties", "_en.properties"));
        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(chinese.stringPropertyNames());
        for (String key : chinese.stringPropertyNames()) {
            assertThat(found(PLACEHOLDER, english.getProperty(key), 0))
                    .as(key)
                    .isEqualTo(found(PLACEHOLDER, chinese.getProperty(key), 0));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyStandsOnceUnderItsModule(String bundle) throws IOException {
        String module = bundle.replaceAll("(_en)?\\.properties", "");
        Set<String> seen = new TreeSet<>();
        for (String line : Files.readAllLines(BUNDLES.resolve(bundle))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String key = line.substring(0, line.indexOf('='));
                assertThat(seen.add(key)).as("%s is given twice", key).isTrue();
                // What the ledger calls a module's actions stands beside its other words.
                assertThat(key).matches(name -> name.startsWith(module + ".") || name.startsWith("ledger."));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void anApostropheBesideAPlaceholderIsDoubled(String bundle) throws IOException {
        read(bundle).values().stream()
                .map(Object::toString)
                .filter(text -> PLACEHOLDER.matcher(text).find())
                .forEach(text -> assertThat(text.replace("''", "")).doesNotContain("'"));
    }

    @Test
    void everyKeyOfATemplateExists() throws IOException {
        Set<String> used = used(IN_TEMPLATE, Path.of("src/main/resources/templates"), ".html");
        assertThat(used).hasSizeGreaterThan(20);
        used.removeAll(allKeys());
        assertThat(used).as("keys without a sentence").isEmpty();
    }

    @Test
    void everyBrokenRuleHasItsSentence() throws IOException {
        Set<String> used = used(IN_CODE, Path.of("src/main/java"), ".java");
        assertThat(used).hasSizeGreaterThan(5);
        used.removeAll(allKeys());
        assertThat(used).as("keys without a sentence").isEmpty();
    }

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    static Stream<String> chineseBundles() throws IOException {
        return bundles().filter(name -> !name.endsWith("_en.properties"));
    }

    private static Set<String> allKeys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String bundle : chineseBundles().toList()) {
            keys.addAll(read(bundle).stringPropertyNames());
        }
        return keys;
    }

    private static Set<String> used(Pattern pattern, Path folder, String ending) throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(ending)).toList()) {
                String text = Files.readString(file).replaceAll("(?s)<!--.*?-->", "");
                used.addAll(found(pattern, text, 1));
            }
        }
        return used;
    }

    private static Set<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle))) {
            properties.load(reader);
        }
        return properties;
    }
}
