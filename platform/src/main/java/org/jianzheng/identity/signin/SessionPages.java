package org.jianzheng.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Proving presence again, and the pages around it and around signing out. */
@Controller
class SessionPages {

    /** Anywhere outside this site as {@code returnTo} leads home instead. */
    @GetMapping("/step-up")
    String provePresence(@RequestParam(defaultValue = "/") String returnTo, HttpServletRequest request) {
        ReturnAddress.to(SitePaths.local(returnTo).orElse("/"), request);
        return "redirect:" + SignInPoint.SIGN_IN + "?" + PresenceAsked.ASKED;
    }

    /** The other window, where the form to be sent is open, needs nothing from this one. */
    @GetMapping("/presence")
    String presenceProved() {
        return "identity/presence";
    }

    /** Tasklist's sign-out leads here; the form on it carries the token that a link cannot. */
    @GetMapping("/logout")
    String askToSignOut() {
        return "identity/sign-out";
    }

    @GetMapping("/signed-out")
    String signedOut(HttpServletRequest request) {
        Optional<String> next = SignInAs.taken(request);
        return next.isPresent() ? "redirect:" + next.get() : "identity/signed-out";
    }
}
