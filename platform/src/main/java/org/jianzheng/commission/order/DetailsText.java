package org.jianzheng.commission.order;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;
import org.jianzheng.kernel.StoredJson;

/** Family-specific details as JSON text: the databases' JSON types differ too much to be used. */
@Converter
public class DetailsText implements AttributeConverter<Map<String, String>, String> {

    @Override
    public String convertToDatabaseColumn(Map<String, String> details) {
        return details == null ? null : StoredJson.write(new TreeMap<>(details));
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String text) {
        return text == null ? null : StoredJson.read(text, new TypeReference<>() {});
    }
}
