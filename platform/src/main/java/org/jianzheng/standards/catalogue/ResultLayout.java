package org.jianzheng.standards.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts are Chinese and name in braces: fields of the order, members of the evaluation's answer, {@code <limit>.limit} and
 * {@code judgedBy}.
 *
 * @param rows what the lists of the record give to the evaluation, and what of its answer belongs to each row
 * @param requirements 技术要求 against 检测结果
 * @param facts members of the answer that the report prints beside the rows
 * @param expected readings to be doubted: {@code list.field} and the name of what a specimen gives that just fulfils its grade
 * @param judgedBy 判定依据 of the result where it is no standard, or null
 * @param conclusion the sentence by verdict; a general one where it is missing
 */
public record ResultLayout(
        List<RowSet> rows,
        List<Requirement> requirements,
        List<String> facts,
        Map<String, String> expected,
        String judgedBy,
        Map<String, String> conclusion) {

    public ResultLayout {
        rows = rows == null ? List.of() : List.copyOf(rows);
        requirements = RequiredKeys.list("result.requirements", requirements);
        facts = facts == null ? List.of() : List.copyOf(facts);
        expected = expected == null ? Map.of() : Map.copyOf(expected);
        conclusion = conclusion == null ? Map.of() : Map.copyOf(conclusion);
    }

    /**
     * @param list of the record
     * @param kind of the result's specimens, {@code tensile}
     * @param input of the evaluation that it is; null of a list that is recorded and printed and judges nothing
     * @param of the one field of the row that the input is a list of; null where it is a list of rows
     * @param nested how rows that the tester adds make the groups of the input; null where the input is as flat as the list
     * @param first how many specimens a first test takes; of nested rows, how many of each group the form begins with
     * @param figures key of the result's specimen and the list of the answer that it is read from, by position
     */
    public record RowSet(
            String list, String kind, String input, String of, Nested nested, int first, Map<String, String> figures) {

        public RowSet {
            RequiredKeys.value("result.rows.list", list);
            RequiredKeys.value("result.rows.kind", kind);
            figures = figures == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }
    }

    /**
     * Rows of one list that are groups of groups for the evaluation: bars of components. There are as many groups as specimens.
     *
     * @param by the field whose number, from 1, says to which group a row belongs
     * @param group what a group is a list of
     * @param list what each row is there
     * @param of the fields of the row that it holds
     * @param apart the field that says what a group is: what is sampled again is something else; or null
     */
    public record Nested(String by, String group, String list, List<String> of, String apart) {

        public Nested {
            RequiredKeys.value("result.rows.nested.by", by);
            RequiredKeys.value("result.rows.nested.group", group);
            RequiredKeys.value("result.rows.nested.list", list);
            of = RequiredKeys.list("result.rows.nested.of", of);
        }
    }

    /**
     * One judged property.
     *
     * @param failed what the answer calls it among what failed; null where the verdict of the whole is its own
     * @param retest whether it is what a verdict RETEST of the whole is about
     * @param given a member of the answer without which the row is left out, or null
     * @param missing a member of the answer with which the row is left out, or null
     */
    public record Requirement(
            String name,
            String required,
            String measured,
            String failed,
            boolean retest,
            String given,
            String missing) {

        public Requirement {
            RequiredKeys.value("result.requirements.name", name);
            RequiredKeys.value("result.requirements.required", required);
            RequiredKeys.value("result.requirements.measured", measured);
        }
    }
}
