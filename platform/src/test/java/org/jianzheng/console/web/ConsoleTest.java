package org.jianzheng.console.web;

import static org.mockito.Mockito.mock;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxMvcAutoConfiguration;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.PlainNames;
import org.jianzheng.workflow.Processes;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureWebMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The shell alone, around a page and a few failures of its own; no database, no engine. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ConsoleTest.Sample.class)
@AutoConfigureWebMvc
@AutoConfigureMockMvc(addFilters = false)
@ImportAutoConfiguration({ThymeleafAutoConfiguration.class, HtmxMvcAutoConfiguration.class})
@interface ConsoleTest {

    Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @TestComponent // not for the scan of whole-platform tests
    @Controller
    @Import({
        Shell.class,
        Languages.class,
        Identity.class,
        Mishaps.class,
        ErrorAdvice.class,
        ErrorPages.class,
        HomePages.class,
        WaitingTime.class
    })
    class Sample {

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        DisplayNames names() {
            return new PlainNames();
        }

        @Bean
        Processes processes() {
            return mock(Processes.class);
        }

        @GetMapping("/cases")
        String cases(Model model) {
            model.addAttribute("now", NOW);
            return "test/sample";
        }

        @GetMapping({"/broken/{how}", "/api/broken/{how}"})
        @ResponseBody
        String broken(@PathVariable String how) throws IOException {
            switch (how) {
                case "rule" -> throw RuleBroken.at("longitude", "kernel.geo.longitude", 200);
                case "missing" -> throw new NotFound("identity.noCase");
                case "gone" -> throw new ClientAbortException(new IOException("Broken pipe"));
                default -> throw new IllegalStateException("secret <script>alert(1)</script>");
            }
        }

        @PostMapping("/api/loads")
        @ResponseBody
        String loads(@RequestBody Loads loads, @RequestParam int page) {
            return "accepted";
        }
    }

    record Loads(List<Integer> loadsKn) {}
}
