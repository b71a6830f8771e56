package org.jianzheng.standards.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxMvcAutoConfiguration;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jianzheng.identity.Identity;
import org.jianzheng.support.PlainNames;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureWebMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The module with its pages in the console's layout; no database, no engine, no sign-in. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = TrialSlice.Parts.class)
@AutoConfigureWebMvc
@AutoConfigureMockMvc(addFilters = false, print = MockMvcPrint.NONE)
@ImportAutoConfiguration({ThymeleafAutoConfiguration.class, HtmxMvcAutoConfiguration.class})
@interface TrialSlice {

    @Import({Identity.class, PlainNames.class})
    @ComponentScan("org.jianzheng.standards")
    @ComponentScan(
            basePackages = "org.jianzheng.console.web",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(Shell|Languages)"))
    class Parts {}
}
