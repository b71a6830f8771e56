package org.jianzheng.sampling.phone.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jianzheng.kernel.RuleBroken;
import org.springframework.stereotype.Component;

/** Reads what a phone signed out of the very text. */
@Component
class RecordReader {

    private static final int LONGEST = 64 * 1024;

    private final ObjectMapper json;

    RecordReader(ObjectMapper json) {
        this.json = json;
    }

    SignedRecord read(String body) {
        if (body.length() > LONGEST) {
            throw new RuleBroken("sampling.record.malformed");
        }
        try {
            return Optional.ofNullable(json.readValue(body, SignedRecord.class))
                    .orElseThrow(() -> new RuleBroken("sampling.record.malformed"));
        } catch (JsonProcessingException e) {
            throw new RuleBroken("sampling.record.malformed");
        }
    }
}
