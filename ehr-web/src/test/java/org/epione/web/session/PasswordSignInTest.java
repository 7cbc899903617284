package org.epione.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PasswordSignInTest {
  private final PasswordSignIn attempt = new PasswordSignIn();
  private int newSessionIds;

  private boolean signIn(Supplier<AuthenticationStatus> container) {
    attempt.security =
        Stub.of(SecurityContext.class, Map.of("authenticate", arguments -> container.get()));
    return attempt.signIn(
        Stub.of(
            HttpServletRequest.class,
            Map.of("changeSessionId", arguments -> "session " + ++newSessionIds)),
        Stub.of(HttpServletResponse.class, Map.of()),
        "name",
        "password");
  }

  @Test
  void signIn_shouldGiveTheSessionANewId_whenThePasswordIsRight() {
    assertThat(signIn(() -> AuthenticationStatus.SUCCESS)).isTrue();
    assertThat(newSessionIds).isEqualTo(1);
  }

  @Test
  void signIn_shouldChangeNothing_whenThePasswordIsWrong() {
    assertThat(signIn(() -> AuthenticationStatus.SEND_FAILURE)).isFalse();
    assertThat(newSessionIds).isZero();
  }

  @Test
  void signIn_shouldTellWhatHappened_whenTheAccountsCannotAnswer() {
    RuntimeException away = new IllegalStateException("away");
    assertThatThrownBy(
            () ->
                signIn(
                    () -> {
                      attempt.failed(away);
                      return AuthenticationStatus.SEND_FAILURE;
                    }))
        .isSameAs(away);
    assertThat(signIn(() -> AuthenticationStatus.SUCCESS)).isTrue();
  }
}
