package org.jianzheng.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jianzheng.support.As;
import org.jianzheng.support.Mutations;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of every page and of the API, filled with what does not belong there: never a fault of the platform. */
@PlatformTest
class RandomInputModuleTest {

    private static final int TIMES = 4;
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}|\\*\\*?");
    private static final List<String> PEOPLE = List.of("receiver", "labadmin", "sampler", "supervisor", "admin");
    private static final List<String> KNOWN = List.of("BJ01", "labs", "WBJT", "tester", "concrete-cube", "cameras");
    /** Of forms that are taken as a whole. */
    private static final List<String> FIELDS = List.of("grade", "sizeMm", "loadsKn", "value", "interval", "kind");

    private static final List<String> FILES =
            List.of("%PDF-1.7\n%%EOF", "PK\u0003\u0004 ", "\u0089PNG\r\n\u001a\n ", "GIF89a ");

    private static final List<String> QUESTIONS = List.of(
            "{\"method\":\"concrete-cube\",\"inputs\":{\"grade\":\"C30\",\"sizeMm\":150,\"curing\":\"STANDARD\","
                    + "\"sizeFactorStage\":\"GROUP\",\"loadsKn\":[\"787.5\",801.2,\"812.6\"]}}",
            "{\"method\":\"rounding\",\"inputs\":{\"value\":\"30.25\",\"interval\":\"0.1\"}}",
            "{\"method\":\"rebar-lot\",\"inputs\":{\"first\":{\"tensile\":[true,true],\"bend\":[true,true]},"
                    + "\"retest\":null,\"massDeviationOk\":true}}");

    @Autowired
    MockMvc browser;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    int times() {
        return TIMES;
    }

    @Test
    void noPageAndNoInterfaceAnswersWithAFault() {
        Mutations hand = new Mutations(20261129);
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            for (int i = 0; i < times(); i++) {
                ask(mapping, handler, hand);
            }
        });
    }

    private void ask(RequestMappingInfo mapping, HandlerMethod handler, Mutations hand) {
        String pattern = mapping.getPatternValues().iterator().next();
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        HttpMethod method =
                methods.isEmpty() ? HttpMethod.GET : methods.iterator().next().asHttpMethod();
        if (method != HttpMethod.GET && takesNothing(pattern, handler)) {
            return;
        }
        URI address = URI.create(filled(pattern, hand));
        boolean brought = Arrays.stream(handler.getMethodParameters()).anyMatch(RandomInputModuleTest::isFile);
        var asked = brought ? multipart(method, address) : request(method, address);
        for (MethodParameter parameter : handler.getMethodParameters()) {
            fill(asked, parameter, hand);
        }
        String person = hand.oneOf(PEOPLE);
        RequestPostProcessor who = pattern.startsWith("/api/") ? bearer(person) : As.signedIn(person);
        expectNoFault(asked.with(who).with(csrf()), method + " " + address + " by " + person);
    }

    /** A button alone cannot be filled wrongly, and would work through everything that other tests registered. */
    private static boolean takesNothing(String pattern, HandlerMethod handler) {
        return !VARIABLE.matcher(pattern).find()
                && Arrays.stream(handler.getMethodParameters())
                        .noneMatch(parameter -> parameter.hasParameterAnnotation(RequestParam.class)
                                || parameter.hasParameterAnnotation(RequestBody.class));
    }

    private static String filled(String pattern, Mutations hand) {
        return VARIABLE.matcher(pattern).replaceAll(any -> {
            String value = hand.oneOf(hand.oneOf(List.of(KNOWN, Mutations.ODD)));
            return Matcher.quoteReplacement(
                    URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        });
    }

    private static boolean isFile(MethodParameter parameter) {
        return parameter.getGenericParameterType().getTypeName().contains(MultipartFile.class.getName());
    }

    private static void fill(
            AbstractMockHttpServletRequestBuilder<?> asked, MethodParameter parameter, Mutations hand) {
        RequestParam wanted = parameter.getParameterAnnotation(RequestParam.class);
        if (wanted == null) {
            return;
        }
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        String name = wanted.name().isEmpty() ? parameter.getParameterName() : wanted.name();
        if (asked instanceof MockMultipartHttpServletRequestBuilder files && isFile(parameter)) {
            files.file(new MockMultipartFile(
                    name,
                    hand.oneOf(Mutations.ODD),
                    null,
                    hand.of(hand.oneOf(FILES).getBytes(StandardCharsets.ISO_8859_1))));
        } else if (parameter.getParameterType() == Map.class) {
            FIELDS.forEach(field -> asked.param(field, hand.oneOf(Mutations.ODD)));
        } else {
            Class<?> type = parameter.getParameterType();
            // More that fits than not, or of many parameters one would always be refused first.
            asked.param(name, hand.oneOf(hand.oneOf(List.of(Mutations.ODD, fitting(type), fitting(type)))));
        }
    }

    /** What gets past the reading of the parameter. */
    private static List<String> fitting(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
        }
        if (type == boolean.class || type == Boolean.class) {
            return List.of("true", "false");
        }
        boolean number = type.isPrimitive() || Number.class.isAssignableFrom(type);
        return number ? List.of("0", "1", "-1", "2147483647", "-2147483648") : Mutations.ODD;
    }

    @Test
    void noQuestionToTheMethodsIsAFault() {
        Mutations hand = new Mutations(20261130);
        for (int i = 0; i < times() * 20; i++) {
            String question = hand.oneOf(QUESTIONS);
            byte[] sent = i % 3 == 0
                    ? hand.of(question.getBytes(StandardCharsets.UTF_8))
                    : hand.ofJson(question).getBytes(StandardCharsets.UTF_8);
            expectNoFault(
                    post("/api/evaluations")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(sent)
                            .with(bearer("tester")),
                    new String(sent, StandardCharsets.UTF_8));
        }
    }

    private static RequestPostProcessor bearer(String person) {
        return jwt().jwt(token -> token.subject(person).claim("preferred_username", person));
    }

    private void expectNoFault(AbstractMockHttpServletRequestBuilder<?> asked, String what) {
        try {
            assertThat(browser.perform(asked).andReturn().getResponse().getStatus())
                    .as(what)
                    .isLessThan(500);
        } catch (Exception thrown) {
            throw new AssertionError(what, thrown);
        }
    }
}
