package org.epione.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Missing;
import org.epione.account.boundary.Role;
import org.epione.account.boundary.Sessions;
import org.epione.account.boundary.SignedIn;
import org.epione.custody.boundary.KeySession;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.junit.jupiter.api.Test;

class SessionAuthenticationTest {
  private static final String DOCTOR = "00000000-0000-0000-0000-00000000000d";
  private static final String REGISTRAR = "00000000-0000-0000-0000-00000000000e";

  private final SignedInUser user = new SignedInUser();
  private final WantedPage wanted = new WantedPage();
  private final SessionAuthentication authentication = new SessionAuthentication();
  private final List<String> told = new ArrayList<>();
  private final AuthenticationParameters parameters = new AuthenticationParameters();
  private boolean isProtected;
  private boolean hasSession = true;
  private boolean isOpen = true;

  SessionAuthenticationTest() {
    authentication.user = user;
    authentication.wanted = wanted;
    authentication.sessions =
        new Sessions() {
          @Override
          public boolean use(KeySession session) {
            return isOpen;
          }
        };
    authentication.accounts =
        credential -> {
          throw new AssertionError("no password was offered");
        };
  }

  @Test
  void validateRequest_shouldTellTheRoleEachTime_whenSomebodyIsSignedIn() {
    user.become(person(DOCTOR, Role.DOCTOR));
    isProtected = true;
    assertThat(validate()).isEqualTo(AuthenticationStatus.SUCCESS);
    assertThat(validate()).isEqualTo(AuthenticationStatus.SUCCESS);
    assertThat(told).containsExactly(DOCTOR + " [DOCTOR]", DOCTOR + " [DOCTOR]");
  }

  @Test
  void validateRequest_shouldTellNobody_whenPersonSignedOut() {
    validate();
    assertThat(told).containsExactly("nobody");
  }

  @Test
  void validateRequest_shouldTellNobody_whenThereIsNoSession() {
    // Of another session: the container would answer for this request's own.
    user.become(person(DOCTOR, Role.DOCTOR));
    hasSession = false;
    assertThat(validate()).isEqualTo(AuthenticationStatus.NOT_DONE);
    assertThat(told).containsExactly("nobody");
  }

  @Test
  void validateRequest_shouldAskForSignIn_whenStrangerWantsAProtectedPage() {
    hasSession = false;
    isProtected = true;
    assertThat(validate()).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
    assertThat(told).containsExactly("to /ehr/sign-in.xhtml");
    assertThat(wanted.take()).contains("/ehr/doctor/turn.xhtml?episode=1");
  }

  @Test
  void validateRequest_shouldTellThePersonOfThePassword_whenItIsRight() {
    user.become(person(DOCTOR, Role.DOCTOR));
    offer(
        () -> {
          // What the accounts do in the container, where the person before has keys to close.
          authentication.user = signedIn(person(REGISTRAR, Role.REGISTRAR));
          return new CredentialValidationResult(REGISTRAR, Set.of("REGISTRAR"));
        });
    assertThat(validate()).isEqualTo(AuthenticationStatus.SUCCESS);
    assertThat(told).containsExactly(REGISTRAR + " [REGISTRAR]");
  }

  @Test
  void validateRequest_shouldAskForSignIn_whenTheSessionWasEndedElsewhere() {
    SignedInUser ended =
        new SignedInUser() {
          @Override
          void leave() {
            told.add("left");
          }
        };
    ended.become(person(DOCTOR, Role.DOCTOR));
    told.clear();
    authentication.user = ended;
    isOpen = false;
    isProtected = true;
    assertThat(validate()).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
    assertThat(told).containsExactly("left", "to /ehr/sign-in.xhtml");
  }

  @Test
  void validateRequest_shouldTellNobody_whenTheCodeIsMissing() {
    user.become(person(DOCTOR, Role.DOCTOR, Missing.CODE));
    isProtected = true;
    assertThat(validate()).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
    assertThat(told).containsExactly("to /ehr/sign-in.xhtml");
    assertThat(user.person()).isEmpty();
    assertThat(user.waiting()).isPresent();
  }

  @Test
  void validateRequest_shouldLeadToEnrolment_andTellNoRole_whenTheSecondFactorIsMissing() {
    user.become(person(DOCTOR, Role.DOCTOR, Missing.ENROLMENT));
    isProtected = true;
    assertThat(validate()).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
    isProtected = false;
    assertThat(validate()).isEqualTo(AuthenticationStatus.SUCCESS);
    user.completeEnrolment();
    isProtected = true;
    assertThat(validate()).isEqualTo(AuthenticationStatus.SUCCESS);
    assertThat(told)
        .containsExactly(
            "to /ehr/account/second-factor.xhtml", DOCTOR + " []", DOCTOR + " [DOCTOR]");
  }

  @Test
  void validateRequest_shouldFail_whenPasswordIsWrongThoughSomebodyIsSignedIn() {
    user.become(person(DOCTOR, Role.DOCTOR));
    offer(() -> CredentialValidationResult.INVALID_RESULT);
    assertThat(validate()).isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(told).isEmpty();
  }

  private AuthenticationStatus validate() {
    return authentication.validateRequest(
        request(), Stub.of(HttpServletResponse.class, Map.of()), context());
  }

  private void offer(Supplier<CredentialValidationResult> result) {
    parameters.setCredential(new UsernamePasswordCredential("somebody", "a password"));
    authentication.accounts = credential -> result.get();
  }

  private HttpServletRequest request() {
    Map<String, Function<Object[], Object>> answers = new HashMap<>();
    answers.put("getContextPath", none -> "/ehr");
    answers.put("getRequestURI", none -> "/ehr/doctor/turn.xhtml");
    answers.put("getQueryString", none -> "episode=1");
    HttpSession session = Stub.of(HttpSession.class, Map.of());
    answers.put(
        "getSession",
        create -> {
          assertThat(create).containsExactly(false);
          return hasSession ? session : null;
        });
    return Stub.of(HttpServletRequest.class, answers);
  }

  private HttpMessageContext context() {
    return Stub.of(
        HttpMessageContext.class,
        Map.of(
            "getAuthParameters", none -> parameters,
            "isProtected", none -> isProtected,
            "redirect", to -> telling("to " + to[0], AuthenticationStatus.SEND_CONTINUE),
            "doNothing", none -> telling("nobody", AuthenticationStatus.NOT_DONE),
            "notifyContainerAboutLogin",
                who -> telling(who[0] + " " + who[1], AuthenticationStatus.SUCCESS)));
  }

  private AuthenticationStatus telling(String what, AuthenticationStatus status) {
    told.add(what);
    return status;
  }

  private static SignedInUser signedIn(SignedIn person) {
    SignedInUser other = new SignedInUser();
    other.become(person);
    return other;
  }

  private static SignedIn person(String account, Role role) {
    return person(account, role, Missing.NOTHING);
  }

  private static SignedIn person(String account, Role role, Missing missing) {
    AccountId id = AccountId.of(account);
    return new SignedIn(
        new Caller(id, "somebody", "Somebody", role, new PartyCode("HOSPITAL-A"), "reference"),
        new KeySession(id, "token"),
        missing);
  }
}
