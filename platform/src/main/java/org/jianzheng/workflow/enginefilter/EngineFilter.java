package org.jianzheng.workflow.enginefilter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.Unavailable;
import org.jianzheng.workflow.engine.CaseStart;
import org.jianzheng.workflow.engine.Completion;
import org.jianzheng.workflow.engine.Forbidden;
import org.jianzheng.workflow.engine.Grants;
import org.jianzheng.workflow.engine.Inbox;
import org.jianzheng.workflow.engine.StartForms;
import org.jianzheng.workflow.expression.PlainValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands on every path of the engine's web applications. The engine trusts what a browser sends; this does not: only listed
 * requests pass, completing and starting go through the same code as {@code Processes}, and a form's variables are those
 * it shows.
 */
@Component
class EngineFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(EngineFilter.class);
    static final Set<String> SERVLETS = Set.of("Engine Api", "Tasklist Api", "Cockpit Api", "Admin Api", "Welcome Api");

    private static final int MEGABYTES = 5;
    private static final int MAX_BODY = MEGABYTES * 1024 * 1024;

    private final Identity identity;
    private final Completion completion;
    private final CaseStart start;
    private final StartForms startForms;
    private final Inbox inbox;
    private final Grants grants;
    private final EngineAnswer answer;

    EngineFilter(
            Identity identity,
            Completion completion,
            CaseStart start,
            StartForms startForms,
            Inbox inbox,
            Grants grants,
            EngineAnswer answer) {
        this.identity = identity;
        this.completion = completion;
        this.start = start;
        this.startForms = startForms;
        this.inbox = inbox;
        this.grants = grants;
        this.answer = answer;
    }

    // Registered for these servlets alone; a container that takes no notice of that (MockMvc) is told once more.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !SERVLETS.contains(request.getHttpServletMapping().getServletName());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        FaultsWithheld engine = new FaultsWithheld(response);
        try {
            pass(request, engine, chain);
            if (engine.fault() != null) {
                fail(request, response, new IllegalStateException(engine.fault()));
            }
        } catch (RuleBroken rule) {
            answer.refuse(request, response, rule);
        } catch (RuntimeException failure) {
            if (Unavailable.causes(failure)) {
                // Answered outside, where nothing depends on what is away.
                throw failure;
            }
            fail(request, response, failure);
        }
    }

    private void fail(HttpServletRequest request, HttpServletResponse response, RuntimeException failure)
            throws IOException {
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{}: {} {}", number, request.getMethod(), request.getRequestURI(), failure);
        answer.json(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, answer.failed(request, number));
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Person person = identity.acting();
        String path = path(request);
        boolean admin = person.has(Role.ADMIN);
        EngineRule rule = EngineRules.find(admin, request.getMethod(), path)
                .orElseThrow(() -> new Forbidden(closed(admin, request.getMethod(), path)));
        request.getParameterMap().keySet().forEach(QueryRules::refuseExpression);
        request.getParameterMap().values().forEach(values -> QueryRules.refuseLongCharacters(List.of(values)));
        grants.make(person);
        Matcher ids = rule.match(path);
        String id = ids.matches() && ids.groupCount() > 0 ? ids.group(1) : "";
        act(rule.action(), id, person, request, response, chain);
    }

    private static String closed(boolean admin, String method, String path) {
        boolean forOthers = EngineRules.find(!admin, method, path).isPresent();
        return !forOthers ? "workflow.filter.closed" : admin ? "workflow.filter.noAdmin" : "workflow.filter.admin";
    }

    private void act(
            EngineRule.Action action,
            String id,
            Person person,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        switch (action) {
            case PASS -> chain.doFilter(checked(request), response);
            case TASK_QUERY -> {
                QueryRules.checkTaskParameters(request.getParameterMap().keySet());
                chain.doFilter(request, response);
            }
            case STATE_QUERY -> {
                request.getParameterMap().keySet().forEach(QueryRules::refuseContent);
                chain.doFilter(stateQuery(request), response);
            }
            case FILTER_QUERY -> chain.doFilter(filterQuery(id, person, request), response);
            case OWN_PROFILE -> {
                if (!id.equals(person.username())) {
                    throw new Forbidden("workflow.filter.closed");
                }
                chain.doFilter(request, response);
            }
            case SUBMIT_TASK -> {
                completion.complete(id, SentVariables.plain(json(request)));
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            case START_FORM -> answer.json(response, 200, startForms.json(id));
            case SUBMIT_START -> submitStart(id, request, response);
            case TASK_FORM -> {
                inbox.formOf(id);
                chain.doFilter(request, response);
            }
            case FORM_VARIABLES -> answer.json(response, 200, SentVariables.wrapped(inbox.shown(id)));
            case CLAIM -> claim(id, person, request, response);
            case UNCLAIM -> {
                inbox.unclaim(id);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
        }
    }

    private void submitStart(String definitionId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        CaseStart.Started started = start.byForm(definitionId, SentVariables.plain(json(request)));
        answer.json(
                response,
                200,
                Map.of(
                        "id", started.processInstanceId(),
                        "definitionId", started.definitionId(),
                        "businessKey", started.caseId(),
                        "links", List.of()));
    }

    private void claim(String id, Person person, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Object body = json(request);
        boolean self = body instanceof Map<?, ?> map && person.username().equals(map.get("userId"));
        if (!self) {
            throw new Forbidden("workflow.task.claimForYourself");
        }
        inbox.claim(id);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private HttpServletRequest filterQuery(String id, Person person, HttpServletRequest request) throws IOException {
        Object json = json(request);
        QueryRules.refuseLongCharacters(json);
        Map<String, Object> query = QueryRules.checkFilter(json);
        if (inbox.isMine(id)) {
            query.put("assignee", person.username());
        }
        return new BodyRequest(request, PlainValues.write(query).getBytes(StandardCharsets.UTF_8));
    }

    private HttpServletRequest stateQuery(HttpServletRequest request) throws IOException {
        if (!request.getMethod().equals("POST")) {
            return request;
        }
        byte[] body = body(request);
        Object json = QueryRules.parse(body);
        QueryRules.refuseExpressions(json);
        QueryRules.refuseContents(json);
        QueryRules.refuseGaps(json);
        QueryRules.refuseLongCharacters(json);
        return new BodyRequest(request, body);
    }

    /** What passes to the engine with a JSON body was looked at first. */
    private HttpServletRequest checked(HttpServletRequest request) throws IOException {
        String type = String.valueOf(request.getContentType());
        boolean writes =
                request.getMethod().equals("POST") || request.getMethod().equals("PUT");
        if (!writes || type.startsWith("multipart/form-data")) {
            return request;
        }
        byte[] body = body(request);
        Object json = QueryRules.parse(body);
        QueryRules.refuseExpressions(json);
        QueryRules.refuseLongCharacters(json);
        return new BodyRequest(request, body);
    }

    private static Object json(HttpServletRequest request) throws IOException {
        Object json = QueryRules.parse(body(request));
        QueryRules.refuseExpressions(json);
        return json;
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw new RuleBroken("workflow.form.tooLarge", MEGABYTES);
        }
        return body;
    }

    /** The path below /camunda/api as the engine will read it; anything written in two ways is refused. */
    private static String path(HttpServletRequest request) {
        String uri = request.getRequestURI();
        String escaped = uri.replaceAll("(?i)%3A", ":");
        boolean odd = escaped.contains("%")
                || escaped.contains(";")
                || escaped.contains("//")
                || escaped.contains("/.")
                || escaped.contains("\\");
        String prefix = request.getContextPath() + "/camunda/api";
        if (odd || !escaped.startsWith(prefix)) {
            throw new Forbidden("workflow.filter.closed");
        }
        return escaped.substring(prefix.length());
    }
}
