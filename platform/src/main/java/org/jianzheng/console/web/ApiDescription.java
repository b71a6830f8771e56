package org.jianzheng.console.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;

/** What {@code /v3/api-docs} says beyond what the controllers say themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "Malformed: the detail names the place",
            "401", "No valid token",
            "403", "The role does not allow it",
            "404", "No such thing, or not yours to see",
            "422", "A rule forbids it: the detail says which and the way out",
            "500", "A fault of the platform: quote the incident");

    /** RFC 9457, with members of our own. */
    record Problem(String type, String title, int status, String detail, String code, String field, String incident) {}

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
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)
                                        .bearerFormat("JWT")
                                        .description("Access token of the Keycloak realm `jianzheng`"))
                        .addSchemas(PROBLEM, problem()));
    }

    @Bean
    OpenApiCustomizer problemsEverywhere() {
        return api -> {
            if (api.getPaths() != null) {
                api.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDescription::addProblems));
            }
        };
    }

    private static void addProblems(Operation operation) {
        PROBLEMS.forEach((status, meaning) -> operation
                .getResponses()
                .putIfAbsent(status, new ApiResponse().description(meaning).content(problemContent())));
    }

    private static Content problemContent() {
        var reference = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new Content()
                .addMediaType(
                        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        new io.swagger.v3.oas.models.media.MediaType().schema(reference));
    }

    private static Schema<?> problem() {
        return ModelConverters.getInstance().resolveAsResolvedSchema(new AnnotatedType(Problem.class)).schema;
    }
}
