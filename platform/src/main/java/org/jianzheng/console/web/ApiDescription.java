package org.jianzheng.console.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;

/** What {@code /v3/api-docs} says beyond what the controllers say themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final Map<String, String> ALWAYS = Map.of(
            "406", "Accept names nothing that this can be given as",
            "429", "Too much at once: Retry-After says when to ask again",
            "500", "A fault of the platform: quote the incident",
            "503", "The database or the sign-in service is away: Retry-After says when to ask again");
    private static final Map<String, String> OF_ASKED = Map.of("400", "Malformed: the detail names the place");
    private static final Map<String, String> OF_SECURED =
            Map.of("401", "No valid token", "403", "The role does not allow it");
    private static final Map<String, String> OF_NAMED = Map.of("404", "No such thing, or not yours to see");
    private static final Map<String, String> OF_BODIES =
            Map.of("413", "The body is too large", "415", "The body's type is not one of those listed");

    /** RFC 9457, with members of our own. */
    @Schema(name = PROBLEM, description = "RFC 9457")
    record Problem(
            @Schema(types = {"string", "null"}) String type,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String title,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int status,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "For people, in their language")
                    String detail,
            @Schema(types = {"string", "null"}) String instance,
            @Schema(description = "For programs: the same in every language") String code,
            @Schema(description = "The parameter or member that has to change") String field,
            @Schema(description = "Under which the log tells the rest") String incident) {}

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("见证 Jianzheng API")
                        .description(
                                "Cases, specimens, reports and evaluations of a city's construction testing. Lists are pages"
                                        + " {\"items\":[…],\"total\":n}, counted from 0 by `page` and `size`; instants are ISO 8601"
                                        + " with offset; texts follow Accept-Language (zh-CN, en).")
                        .version("v1")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)
                                        .bearerFormat("JWT")
                                        .description("Access token of the Keycloak realm `jianzheng`")));
    }

    /** Last, so that whatever other modules say of their operations is already there. */
    @Bean
    @Order
    OpenApiCustomizer problemsEverywhere() {
        return api -> {
            api.getComponents()
                    .getSchemas()
                    .putAll(ModelConverters.getInstance(true).read(Problem.class));
            api.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDescription::addProblems));
        };
    }

    private static void addProblems(Operation operation) {
        var problems = new TreeMap<>(ALWAYS);
        boolean asked = operation.getRequestBody() != null;
        if (operation.getSecurity() == null || !operation.getSecurity().isEmpty()) {
            problems.putAll(OF_SECURED);
        }
        for (Parameter parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            boolean named = "path".equals(parameter.getIn());
            problems.putAll(named ? OF_NAMED : Map.of());
            asked |= !named;
        }
        problems.putAll(asked ? OF_ASKED : Map.of());
        problems.putAll(operation.getRequestBody() == null ? Map.of() : OF_BODIES);
        ApiResponses responses = operation.getResponses();
        problems.forEach((status, meaning) -> responses.putIfAbsent(status, new ApiResponse().description(meaning)));
        responses.forEach((status, response) -> {
            if (status.charAt(0) >= '4') {
                response.setContent(problemContent());
            }
        });
    }

    private static Content problemContent() {
        var reference = new io.swagger.v3.oas.models.media.Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new Content()
                .addMediaType(
                        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        new io.swagger.v3.oas.models.media.MediaType().schema(reference));
    }
}
