package org.epione.web.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;

/** Pages ask for sign-in with the portal's own form, and go on where the person wanted to go. */
@CustomFormAuthenticationMechanismDefinition(
    loginToContinue =
        @LoginToContinue(loginPage = "/sign-in.xhtml", useForwardToLogin = false, errorPage = ""))
@ApplicationScoped
public class FormAuthentication {}
