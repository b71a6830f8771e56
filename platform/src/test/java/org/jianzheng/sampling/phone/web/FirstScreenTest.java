package org.jianzheng.sampling.phone.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** What a phone loads before the app's first screen stands: little, for a building site's network. */
class FirstScreenTest {

    private static final int MOST_BYTES = 150 * 1000;
    private static final Pattern NAMED = Pattern.compile("(?:from|import|src=|href=)\\s*[\"'](/[^\"']+\\.[a-z]+)[\"']");
    private static final Pattern IMPORTED = Pattern.compile("(?:from|import)\\s*[\"'](/[^\"']+\\.js)[\"']");

    @Test
    void isAtMost150KilobytesAsTheyAreSent() throws IOException {
        Map<String, Integer> sent = new TreeMap<>();
        Deque<String> left = new ArrayDeque<>();
        left.add("/m/index.html");
        while (!left.isEmpty()) {
            String file = left.remove();
            if (sent.containsKey(file)) {
                continue;
            }
            byte[] content = content(file);
            boolean text = file.matches(".*\\.(html|js|css|svg|webmanifest)");
            sent.put(file, text ? compressed(content) : content.length);
            if (file.matches(".*\\.(html|js)")) {
                Matcher named =
                        (file.endsWith(".js") ? IMPORTED : NAMED).matcher(new String(content, StandardCharsets.UTF_8));
                while (named.find()) {
                    left.add(named.group(1));
                }
            }
        }
        assertThat(sent).containsKeys("/m/app.js", "/m/app.css", "/m/home.js", "/m/store.js", "/vendor/idb/index.js");
        assertThat(sent.values().stream().mapToInt(bytes -> bytes).sum())
                .as("%s", sent)
                .isLessThanOrEqualTo(MOST_BYTES);
    }

    /** Else the figure above is of another server. */
    @Test
    void whatItIsMadeOfIsSentCompressed() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        Properties settings = yaml.getObject();
        assertThat(settings).containsEntry("server.compression.enabled", true);
        assertThat(settings.getProperty("server.compression.mime-types").split(","))
                .contains("text/html", "text/css", "text/javascript", "application/json", "image/svg+xml");
    }

    private static byte[] content(String file) throws IOException {
        return new ClassPathResource("static" + file).getContentAsByteArray();
    }

    private static int compressed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        }
        return out.size();
    }
}
