package org.jianzheng.standards.web;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.evaluation.InputField;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the inputs of each method for programs, from the same declarations that the reader checks them by. */
@Configuration(proxyBeanMethods = false)
class EvaluationSchemas {

    static final String REQUEST = "EvaluationRequest";
    static final String ANSWER = "EvaluationAnswer";
    private static final String INPUTS = "Inputs of ";

    @Bean
    OpenApiCustomizer evaluationInputs(Standards standards) {
        return api -> {
            Map<String, Schema> schemas = api.getComponents().getSchemas();
            List<String> methods = standards.methods();
            Schema<?> request = schemas.get(REQUEST);
            if (request == null) {
                return;
            }
            listed(request.getProperties().get("method"), methods);
            Schema<?> inputs = typed(null).description("Of the method: one of these");
            methods.forEach(method ->
                    inputs.addAnyOfItem(object(standards.inputs(method)).title(INPUTS + method)));
            request.getProperties().put("inputs", inputs);
            Schema<?> answer = schemas.get(ANSWER);
            answer.additionalProperties(true);
            listed(answer.getProperties().get("method"), methods);
        };
    }

    private static Schema<?> of(InputField field) {
        Schema<?> one =
                switch (field.kind()) {
                    case DECIMAL -> decimal(field);
                    case CHOICE -> listed(typed("string"), field.choices());
                    case FLAG -> typed("boolean");
                    case GROUP -> object(field.members());
                };
        if (!field.list()) {
            return one;
        }
        var list = new ArraySchema().items(one);
        list.addType("array");
        return list.minItems(field.least()).maxItems(field.most());
    }

    /** Exact as text; a number is taken as it is written. */
    private static Schema<?> decimal(InputField field) {
        Schema<?> number = typed("number");
        InputField.Bounds bounds = field.bounds();
        number.setExclusiveMinimumValue(bounds.above());
        number.setMinimum(bounds.from());
        number.setMaximum(bounds.until());
        Schema<?> text = typed("string");
        String places = bounds.places() == null ? "+" : "{1," + Math.max(1, bounds.places()) + "}";
        text.setPattern("^-?\\d+(\\.\\d" + places + ")?$");
        Schema<?> either = new Schema<>();
        either.addAnyOfItem(text);
        either.addAnyOfItem(number);
        either.setDescription(field.unit().isEmpty() ? null : field.unit());
        return either;
    }

    private static Schema<?> object(List<InputField> fields) {
        Schema<?> object = typed("object");
        List<String> required = new ArrayList<>();
        for (InputField field : fields) {
            object.addProperty(field.name(), of(field));
            if (field.required()) {
                required.add(field.name());
            }
        }
        object.setRequired(required.isEmpty() ? null : required);
        object.setAdditionalProperties(false);
        return object;
    }

    private static Schema<?> typed(String type) {
        Schema<?> schema = new Schema<>();
        if (type != null) {
            schema.addType(type);
        }
        return schema;
    }

    @SuppressWarnings("unchecked") // words are strings
    private static Schema<?> listed(Schema<?> schema, List<String> words) {
        ((Schema<Object>) schema).setEnum(List.copyOf(words));
        return schema;
    }
}
