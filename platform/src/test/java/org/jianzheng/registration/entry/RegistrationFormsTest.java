package org.jianzheng.registration.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jianzheng.registry.ScopeCodes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** What the catalogue has may be applied for: every item, and every parameter of those that have several. */
class RegistrationFormsTest {

    @ParameterizedTest
    @ValueSource(strings = {"applyRegistration", "correctRegistration"})
    void theFormsOfferWhatTheCatalogueHas(String form) throws IOException {
        JsonNode read = new JsonMapper()
                .readTree(new ClassPathResource("forms/registration/" + form + ".form").getInputStream());
        for (EntryKind kind : EntryKind.values()) {
            JsonNode group = nodes(read)
                    .filter(node -> kind.group().equals(node.path("path").asText()))
                    .findFirst()
                    .orElseThrow();
            for (EntryField field : kind.fields()) {
                if (field.isOfCatalogue() || field.type() == EntryField.Type.ITEM) {
                    Map<String, String> offered = new TreeMap<>();
                    nodes(group)
                            .filter(node -> field.key().equals(node.path("key").asText()))
                            .flatMap(node -> children(node.path("values")))
                            .forEach(option -> offered.put(
                                    option.path("value").asText(),
                                    option.path("label").asText()));
                    assertThat(offered).as("%s.%s", kind.group(), field.key()).isEqualTo(known(field.options()));
                }
            }
        }
    }

    private static Map<String, String> known(List<String> codes) {
        Map<String, String> known = new TreeMap<>();
        codes.forEach(code -> known.put(code, ScopeCodes.label(code)));
        return known;
    }

    private static Stream<JsonNode> nodes(JsonNode node) {
        return Stream.concat(Stream.of(node), children(node.path("components")).flatMap(RegistrationFormsTest::nodes));
    }

    private static Stream<JsonNode> children(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
