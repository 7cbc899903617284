package org.epione.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.epione.account.control.OpenSessions;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.ServerKeys;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.testing.Container;
import org.epione.testing.DatabaseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final PartyCode A = new PartyCode("HOSPITAL-A");
  private static final char[] PASSWORD = "correct horse battery".toCharArray();

  private Container container;
  private Sessions sessions;
  private AccountId doctor;
  private AccountId registrar;
  private KeySession desk;
  private KeySession phone;

  @BeforeEach
  void start() {
    container = Container.start();
    container.bean(ServerKeys.class).create(A);
    sessions = container.bean(Sessions.class);
    doctor = activated(Role.DOCTOR, "doctor");
    registrar = activated(Role.REGISTRAR, "registrar");
    desk = begun("doctor", "10.0.0.1", "Firefox/140.0");
    container.clock().advance(Duration.ofMinutes(2));
    phone = begun("doctor", "10.0.0.2", "x".repeat(1000));
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void mine_shouldTellWhereTheCallerIsSignedIn_andNobodyElse() throws Exception {
    begun("registrar", "10.0.0.3", "");

    List<SessionView> mine = as(doctor, () -> sessions.mine(desk));

    assertThat(mine).extracting(SessionView::address).containsExactly("10.0.0.2", "10.0.0.1");
    assertThat(mine).extracting(SessionView::current).containsExactly(false, true);
    assertThat(mine.get(0).browser()).hasSize(256);
    assertThat(mine.get(1).browser()).isEqualTo("Firefox/140.0");
    assertThat(mine.get(1).begun()).isEqualTo(container.clock().instant().minusSeconds(120));
    byte[] dump = DatabaseDump.of(container);
    for (String secret : List.of("10.0.0.1", "Firefox/140", desk.token())) {
      assertThat(DatabaseDump.contains(dump, secret.getBytes(StandardCharsets.UTF_8)))
          .as(secret)
          .isFalse();
    }
  }

  @Test
  void end_shouldEndOne_andWipeItsKeys() throws Exception {
    String id = idOf(phone);

    as(registrar, () -> refused(() -> sessions.end(id)));
    assertThat(sessions.use(phone)).isTrue();
    as(doctor, () -> done(() -> sessions.end(id)));

    assertThat(sessions.use(phone)).isFalse();
    assertThat(container.bean(PersonKeys.class).isOpen(phone)).isFalse();
    assertThat(sessions.use(desk)).isTrue();
    assertThat(as(doctor, () -> sessions.mine(desk))).hasSize(1);
    as(doctor, () -> refused(() -> sessions.end(id)));
    as(doctor, () -> refused(() -> sessions.end("")));
  }

  @Test
  void endOthers_shouldLeaveThisOne() throws Exception {
    KeySession others = begun("registrar", "10.0.0.3", "");

    as(doctor, () -> done(() -> sessions.endOthers(phone)));

    assertThat(sessions.use(desk)).isFalse();
    assertThat(sessions.use(phone)).isTrue();
    assertThat(sessions.use(others)).isTrue();
  }

  @Test
  void changePassword_shouldEndAllOthers() {
    container
        .bean(Accounts.class)
        .changePassword(desk, PASSWORD.clone(), "another long password".toCharArray());

    assertThat(sessions.use(desk)).isTrue();
    assertThat(container.bean(PersonKeys.class).isOpen(desk)).isTrue();
    assertThat(sessions.use(phone)).isFalse();
    assertThat(container.bean(PersonKeys.class).isOpen(phone)).isFalse();
  }

  @Test
  void signOut_shouldEndIt_atOnce() throws Exception {
    container.bean(SignIn.class).signOut(phone);

    assertThat(sessions.use(phone)).isFalse();
    assertThat(as(doctor, () -> sessions.mine(desk))).hasSize(1);
  }

  @Test
  void compare_shouldEndWhatAnotherServerHasEnded_andWriteDownWhatWasUsed() throws Exception {
    container.clock().advance(Duration.ofMinutes(3));
    sessions.use(desk);
    execute("delete from account_session where id = '" + idOf(phone) + "'");
    assertThat(sessions.use(phone)).as("not known here yet").isTrue();

    container.bean(OpenSessions.class).compare();

    assertThat(sessions.use(phone)).isFalse();
    assertThat(container.bean(PersonKeys.class).isOpen(phone)).isFalse();
    assertThat(sessions.use(desk)).isTrue();
    assertThat(as(doctor, () -> sessions.mine(desk)).get(0).lastUsed())
        .isEqualTo(container.clock().instant());
  }

  @Test
  void compare_shouldLeaveWhatHasJustBegun_andForgetWhatIsSilent() throws Exception {
    KeySession young = begun("registrar", "10.0.0.3", "");
    execute("delete from account_session where id = '" + idOf(young) + "'");
    container.bean(OpenSessions.class).compare();
    assertThat(sessions.use(young)).as("its row may not be committed").isTrue();

    container.restart();
    container.clock().advance(Duration.ofMinutes(21));
    container.bean(OpenSessions.class).compare();

    try (var connection = container.dataSource().getConnection();
        var rows = connection.createStatement().executeQuery("select * from account_session")) {
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void compare_shouldGoOn_whenTheDatabaseIsAway() throws Exception {
    container.clock().advance(Duration.ofMinutes(3));
    execute("alter table account_session rename to away");
    container.bean(OpenSessions.class).compare();
    assertThat(sessions.use(desk)).isTrue();
    container.bean(SignIn.class).signOut(phone);
    assertThat(sessions.use(phone)).isFalse();
  }

  private KeySession begun(String userName, String address, String browser) {
    SignedIn person =
        container.bean(SignIn.class).signIn("here", userName, PASSWORD.clone()).orElseThrow();
    sessions.begin(person, address, browser);
    return person.keys();
  }

  private String idOf(KeySession session) {
    return container.bean(OpenSessions.class).idOf(session);
  }

  private void execute(String statement) throws Exception {
    try (var connection = container.dataSource().getConnection();
        var all = connection.createStatement()) {
      all.execute(statement);
    }
  }

  private static boolean done(Runnable act) {
    act.run();
    return true;
  }

  private static boolean refused(Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    return true;
  }

  private <T> T as(AccountId account, Callable<T> work) throws Exception {
    Role role = account.equals(doctor) ? Role.DOCTOR : Role.REGISTRAR;
    return container.as(account.toString(), role, work);
  }

  private AccountId activated(Role role, String name) {
    Accounts accounts = container.bean(Accounts.class);
    return accounts.activate(
        "here", accounts.invite(A, role, name, name).code(), name, PASSWORD.clone());
  }
}
