package org.jianzheng.standards.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The wire format: what is answered, and how bad input is refused. */
@TrialSlice
class EvaluationApiTest {

    private static final String CUBE =
            "{'method':'concrete-cube','inputs':{'grade':'C30','sizeMm':150,'curing':'STANDARD','sizeFactorStage':'GROUP','loadsKn':%s}}";

    @Autowired
    MockMvc mvc;

    @Test
    void answersMembersDecisionsAndLimitsTogether() throws Exception {
        send(CUBE.formatted("['787.5','801.2','812.6']"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.resultMpa").value("35.6"))
                .andExpect(jsonPath("$.verdict").value("PASS"))
                .andExpect(jsonPath("$.decisions.D4").value("GROUP"))
                .andExpect(jsonPath("$.decisions.testStandard").value("GB/T 50081-2019"))
                .andExpect(jsonPath("$.limits.resultMpa.value").value("30"));
    }

    @Test
    void numbersAreAsExactAsStrings() throws Exception {
        send(CUBE.formatted("[676.125,678.375,680.0]"))
                .andExpect(jsonPath("$.singlesMpa[0]").value("30.0"))
                .andExpect(jsonPath("$.singlesMpa[1]").value("30.2"));
        // A double would have rounded this tie's last digit away.
        send("{'method':'rounding','inputs':{'value':30.25000000000000000000000001,'interval':0.1}}")
                .andExpect(jsonPath("$.result").value("30.3"));
    }

    @Test
    void fullWidthDigitsAndBlanksAroundAreFolded() throws Exception {
        send(CUBE.formatted("['７８７．５',' 801。2','812.6 ']"))
                .andExpect(jsonPath("$.resultMpa").value("35.6"));
    }

    @Test
    void nullMeansAbsent() throws Exception {
        send("{'method':'rounding','inputs':{'value':null,'interval':'0.1'}}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("value"));
        send("{'method':'rebar-lot','inputs':{'first':{'tensile':[true,true],'bend':[true,true]},'retest':null,'massDeviationOk':true}}")
                .andExpect(jsonPath("$.verdict").value("PASS"));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "['787.5','x','812.6']|loadsKn[1]",
                "['787.5','',812.6]|loadsKn[1]",
                "['787.5',null,'812.6']|loadsKn[1]",
                "['787.5','-1','812.6']|loadsKn[1]",
                "['787.5','0','812.6']|loadsKn[1]",
                "['787.5','1e3','812.6']|loadsKn[1]",
                "['787.5','8 01','812.6']|loadsKn[1]",
                "['787.5','1,200','812.6']|loadsKn[1]",
                "['787.5','801.2kN','812.6']|loadsKn[1]",
                "['787.5','80²','812.6']|loadsKn[1]",
                "['787.5',8e2,'812.6']|loadsKn[1]",
                "['787.5','NaN','812.6']|loadsKn[1]",
                "['787.5',1e999999999,'812.6']|loadsKn[1]",
                "['787.5',1e99999999999999999999,'812.6']|loadsKn[1]",
                "['787.5',1e-999999999,'812.6']|loadsKn[1]",
                "['787.5',12345678901234567890123456789012345678901,'812.6']|loadsKn[1]",
                "['787.5','0.00000000000000000000000000000000000000001','812.6']|loadsKn[1]",
                "['787.5',true,'812.6']|loadsKn[1]",
                "['787.5',{},'812.6']|loadsKn[1]",
                "['787.5',['801.2'],'812.6']|loadsKn[1]",
                "['787.5',787500,'812.6']|loadsKn[1]",
                "['787.5','801.2']|loadsKn",
                "['787.5','801.2','1','2']|loadsKn",
                "[]|loadsKn",
                "null|loadsKn",
                "'787.5'|loadsKn",
                "{}|loadsKn",
            })
    void aBadLoadIsRefusedByName(String loads, String field) throws Exception {
        refused(CUBE.formatted(loads), field);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'method':'nonsense','inputs':{}}|method",
                "{'method':null,'inputs':{}}|method",
                "{'method':7,'inputs':{}}|method",
                "{'inputs':{}}|method",
                "{'method':'rounding'}|inputs",
                "{'method':'rounding','inputs':[]}|inputs",
                "{'method':'rounding','inputs':{'value':'1','interval':'0.1','x':1}}|x",
                "{'method':'rounding','inputs':{'value':'1','interval':'0.1'},'extra':1}|extra",
                "{'method':'rounding','inputs':{'value':'1','interval':'0'}}|interval",
                "{'method':'rounding','inputs':{'value':'1','interval':'0.3'}}|interval",
                "{'method':'weld-tensile','inputs':{'grade':'HRB400','diameterMm':20,'stage':'FIRST','specimens':[{'maxForceKn':'1','place':'WELD','mode':'BRITTLE'},{'maxForceKn':'1','place':'SKY','mode':'BRITTLE'},{}]}}|specimens[1].place",
                "{'method':'weld-tensile','inputs':{'grade':'HRB400','diameterMm':20,'stage':'FIRST','specimens':[{'maxForceKn':'1','place':'WELD','mode':'BRITTLE'},7,{}]}}|specimens[1]",
                "{'method':'rebar-lot','inputs':{'first':{'tensile':[true,'yes'],'bend':[true,true]},'massDeviationOk':true}}|first.tensile[1]",
                "{'method':'rebar-lot','inputs':{'first':{'tensile':[true,true],'bend':[true,true]},'retest':{'cold':[]},'massDeviationOk':true}}|retest.cold",
            })
    void badInputIsRefusedByName(String body, String field) throws Exception {
        refused(body, field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{|", "[]|", "7|", "{'a':1,'a':2}|", "{} {}|", "''|"})
    void whatIsNotOneJsonObjectIsRefused(String body) throws Exception {
        send(body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void aBottomlessBodyIsRefused() throws Exception {
        send("{'method':" + "[".repeat(100_000)).andExpect(status().isBadRequest());
        send("{'method':'rounding','inputs':{'value':" + "9".repeat(1_000_000) + ",'interval':'1'}}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("value"));
    }

    @Test
    void aProblemSpeaksTheReadersLanguage() throws Exception {
        send(CUBE.formatted("[1,2]")).andExpect(jsonPath("$.detail").value(containsString("应有 3 个值")));
        mvc.perform(post("/api/evaluations")
                        .header("Accept-Language", "en")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(jsonPath("$.title").value("Bad input"));
    }

    private void refused(String body, String field) throws Exception {
        send(body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.status").value(400));
    }

    private ResultActions send(String body) throws Exception {
        return mvc.perform(
                post("/api/evaluations").contentType(MediaType.APPLICATION_JSON).content(body.replace('\'', '"')));
    }
}
