package org.jianzheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredJsonTest {

    private final Map<String, Object> content = new LinkedHashMap<>();

    StoredJsonTest() {
        content.put("强度", new BigDecimal("30.50"));
        content.put("on", LocalDate.of(2026, 11, 29));
        content.put("at", Instant.parse("2026-11-29T01:02:03.000004Z"));
        content.put("none", null);
    }

    @Test
    void theBytesThatHashesAndMarksAreOverStayTheSame() {
        assertThat(StoredJson.write(content))
                .isEqualTo("{\"强度\":30.50,\"on\":\"2026-11-29\",\"at\":\"2026-11-29T01:02:03.000004Z\",\"none\":null}");
        assertThat(StoredJson.sorted(content))
                .isEqualTo("{\"at\":\"2026-11-29T01:02:03.000004Z\",\"none\":null,\"on\":\"2026-11-29\",\"强度\":30.50}");
        assertThat(StoredJson.write(new String[] {"a/\"b\"", null})).isEqualTo("[\"a/\\\"b\\\"\",null]");
    }

    @Test
    void decimalsComeBackAsTheyWere() {
        Map<String, Object> read = StoredJson.read(StoredJson.write(content), new TypeReference<>() {});

        assertThat(read.get("强度")).isEqualTo(new BigDecimal("30.50"));
    }

    @Test
    void whatIsNoJsonIsSaidToBeDamaged() {
        assertThatThrownBy(() -> StoredJson.read("{", Map.class)).isInstanceOf(UncheckedIOException.class);
    }
}
