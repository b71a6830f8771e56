package org.jianzheng.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese unless somebody chose English with {@code ?lang=en}; programs choose with Accept-Language. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

    /** Every module's own bundle, found by its file: a new module has nothing to register. */
    @Bean
    MessageSource messageSource() throws IOException {
        var bundles = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(Arrays.stream(bundles)
                .map(bundle -> bundle.getFilename().replace(".properties", ""))
                .filter(name -> !name.endsWith("_en"))
                .map(name -> "messages/" + name)
                .sorted()
                .toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("lang") {
            @Override
            protected Locale parseLocaleValue(String value) {
                return known(value);
            }
        };
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setDefaultLocaleFunction(Languages::preferred);
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String value) {
                return known(value);
            }
        };
        change.setParamName("lang");
        registry.addInterceptor(change);
    }

    /** Whatever somebody writes into an address or a cookie: the pages speak two languages. */
    private static Locale known(String tag) {
        return tag.startsWith(Locale.ENGLISH.getLanguage()) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    private static Locale preferred(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean program = path.startsWith("/api/") || path.startsWith("/public/ledger/");
        boolean english = program
                && request.getHeader("Accept-Language") != null
                && request.getLocale().getLanguage().equals("en");
        return english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
