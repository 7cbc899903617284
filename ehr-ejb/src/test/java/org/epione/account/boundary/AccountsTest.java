package org.epione.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.PublicKeys;
import org.epione.custody.boundary.ServerKeys;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.testing.Container;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsTest {

  private static final PartyCode A = new PartyCode("HOSPITAL-A");
  private static final char[] PASSWORD = "correct horse battery".toCharArray();

  private Container container;
  private Accounts accounts;
  private SignIn signIn;

  @BeforeEach
  void start() {
    container = Container.start();
    container.bean(ServerKeys.class).create(A);
    accounts = container.bean(Accounts.class);
    signIn = container.bean(SignIn.class);
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void invite_shouldMakeAnAccount_withTheKeysOfItsRole() {
    Invitation invitation = accounts.invite(A, Role.DOCTOR, "Dr. Amina Yusuf", "d1");

    assertThat(invitation.code()).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
    assertThat(invitation.expires())
        .isEqualTo(container.clock().instant().plus(Duration.ofDays(30)));
    assertThat(accounts.find(invitation.accountId()))
        .hasValueSatisfying(
            view -> {
              assertThat(view.state()).isEqualTo(AccountState.INVITED);
              assertThat(view.displayName()).isEqualTo("Dr. Amina Yusuf");
              assertThat(view.userName()).isEmpty();
              assertThat(view.invitationExpires()).contains(invitation.expires());
            });
    PublicKeys keys = container.bean(PersonKeys.class).publicKeys(invitation.accountId());
    assertThat(keys.signing()).isPresent();
    assertThat(keys.receiving()).isPresent();
    assertThat(keys.record()).isEmpty();
  }

  @Test
  void activate_shouldLetThePersonSignIn_withTheSameKeys() {
    Invitation invitation = accounts.invite(A, Role.PATIENT, "Grace Murray", "p1");
    PublicKeys before = container.bean(PersonKeys.class).publicKeys(invitation.accountId());

    AccountId account = accounts.activate("here", invitation.code(), " Grace.M ", PASSWORD);

    Optional<SignedIn> signedIn = signIn.signIn("here", "GRACE.m", PASSWORD);
    assertThat(account).isEqualTo(invitation.accountId());
    assertThat(signedIn)
        .hasValueSatisfying(
            person -> {
              assertThat(person.caller().accountId()).isEqualTo(account);
              assertThat(person.caller().userName()).isEqualTo("grace.m");
              assertThat(person.caller().displayName()).isEqualTo("Grace Murray");
              assertThat(person.caller().role()).isEqualTo(Role.PATIENT);
              assertThat(person.caller().party()).isEqualTo(A);
              assertThat(person.caller().personReference()).isEqualTo("p1");
              assertThat(container.bean(PersonKeys.class).isOpen(person.keys())).isTrue();
            });
    assertThat(container.bean(PersonKeys.class).publicKeys(account)).isEqualTo(before);
    signIn.signOut(signedIn.orElseThrow().keys());
    assertThat(container.bean(PersonKeys.class).isOpen(signedIn.orElseThrow().keys())).isFalse();
  }

  @Test
  void activate_shouldReadTheCode_asPeopleTypeIt() {
    Invitation invitation = accounts.invite(A, Role.REGISTRAR, "Registrar", "r1");
    String typed =
        invitation
            .code()
            .toLowerCase(Locale.ROOT)
            .replace("-", " ")
            .replace('0', 'o')
            .replace('1', 'l');

    accounts.activate("here", typed, "registrar", PASSWORD);

    assertThat(signIn.signIn("here", "registrar", PASSWORD)).isPresent();
  }

  @Test
  void activate_shouldBeRefused_theSecondTime() {
    Invitation invitation = accounts.invite(A, Role.DOCTOR, "Doctor", "d1");
    accounts.activate("here", invitation.code(), "doctor", PASSWORD);

    refused(
        ErrorCode.ACTIVATION_REFUSED,
        () -> accounts.activate("here", invitation.code(), "thief", PASSWORD));
    refused(ErrorCode.ACTIVATION_REFUSED, () -> accounts.invitation(invitation.accountId()));
  }

  @Test
  void activate_shouldBeRefused_afterTheExpiry_untilRenewed() {
    Invitation invitation = accounts.invite(A, Role.DOCTOR, "Doctor", "d1");
    container.clock().advance(Duration.ofDays(30));

    refused(
        ErrorCode.ACTIVATION_REFUSED,
        () -> accounts.activate("here", invitation.code(), "doctor", PASSWORD));

    Invitation renewed = accounts.renewInvitation(invitation.accountId());
    refused(
        ErrorCode.ACTIVATION_REFUSED,
        () -> accounts.activate("here", invitation.code(), "doctor", PASSWORD));
    accounts.activate("here", renewed.code(), "doctor", PASSWORD);
    assertThat(signIn.signIn("here", "doctor", PASSWORD)).isPresent();
  }

  @Test
  void activate_shouldBeRefused_withACodeThatIsNone() {
    accounts.invite(A, Role.DOCTOR, "Doctor", "d1");

    for (String typed :
        new String[] {"", "0000-0000-0000-0000", "x".repeat(10_000), "\u0000", "ÄÖÜ?-1234"}) {
      refused(
          ErrorCode.ACTIVATION_REFUSED, () -> accounts.activate("here", typed, "doctor", PASSWORD));
    }
  }

  @Test
  void activate_shouldChangeNothing_whenNameOrPasswordIsRefused() {
    Invitation first = accounts.invite(A, Role.DOCTOR, "One", "d1");
    Invitation second = accounts.invite(A, Role.DOCTOR, "Two", "d2");
    accounts.activate("here", first.code(), "doctor", PASSWORD);

    refused(
        ErrorCode.USER_NAME_TAKEN,
        () -> accounts.activate("here", second.code(), "Doctor", PASSWORD));
    refused(
        ErrorCode.USER_NAME_TAKEN, () -> accounts.activate("here", second.code(), "a b", PASSWORD));
    refused(ErrorCode.WEAK_PASSWORD, () -> weak(second, "short"));
    refused(ErrorCode.WEAK_PASSWORD, () -> weak(second, "aaaaaaaaaaaaaaaa"));
    refused(ErrorCode.WEAK_PASSWORD, () -> weak(second, "my-Doctor2-password"));

    accounts.activate("here", second.code(), "doctor2", PASSWORD);
    assertThat(signIn.signIn("here", "doctor2", PASSWORD)).isPresent();
  }

  @Test
  void invitation_shouldShowTheCodeAgain() {
    Invitation invitation = accounts.invite(A, Role.PATIENT, "Grace Murray", "p1");

    assertThat(accounts.invitation(invitation.accountId())).isEqualTo(invitation);
  }

  @Test
  void invite_shouldBeRefused_whenThePersonHasAnAccount() {
    accounts.invite(A, Role.PATIENT, "Grace Murray", "p1");

    refused(ErrorCode.CONFLICT, () -> accounts.invite(A, Role.PATIENT, "Grace Murray", "p1"));
  }

  @Test
  void changePassword_shouldShutOutTheOneBefore() {
    accounts.activate(
        "here", accounts.invite(A, Role.DOCTOR, "D", "d1").code(), "doctor", PASSWORD);
    char[] next = "another long password".toCharArray();
    KeySession session = signIn.signIn("here", "doctor", PASSWORD).orElseThrow().keys();

    refused(ErrorCode.WRONG_PASSWORD, () -> accounts.changePassword(session, next, next));
    refused(
        ErrorCode.WEAK_PASSWORD,
        () -> accounts.changePassword(session, PASSWORD, "short".toCharArray()));
    accounts.changePassword(session, PASSWORD, next);

    assertThat(signIn.signIn("here", "doctor", PASSWORD)).isEmpty();
    assertThat(signIn.signIn("here", "doctor", next)).isPresent();
  }

  @Test
  void rename_shouldChangeTheShownName() {
    Invitation invitation = accounts.invite(A, Role.PATIENT, "Grace Murray", "p1");

    accounts.rename(invitation.accountId(), "Grace Miller");

    assertThat(accounts.ofParty(A, Role.PATIENT))
        .extracting(AccountView::displayName)
        .containsExactly("Grace Miller");
  }

  private void weak(Invitation invitation, String password) {
    accounts.activate("here", invitation.code(), "doctor2", password.toCharArray());
  }

  private static void refused(
      ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
