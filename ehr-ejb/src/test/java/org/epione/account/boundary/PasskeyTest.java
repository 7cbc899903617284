package org.epione.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert;
import org.epione.account.control.AccountErasure;
import org.epione.custody.boundary.ServerKeys;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.settings.InvalidSettingException;
import org.epione.testing.Container;
import org.epione.testing.DatabaseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passkeys from adding one to losing it, and the attacks on them. */
class PasskeyTest {
  private static final PartyCode A = new PartyCode("HOSPITAL-A");
  private static final char[] PASSWORD = "correct horse battery".toCharArray();
  private static final char[] WRONG = "incorrect horse battery".toCharArray();
  private static final String ORIGIN = "epione.portal.origin";

  private Container container;
  private SignIn signIn;
  private SecondFactor factor;
  private Passkeys passkeys;
  private Accounts accounts;
  private AccountId doctor;
  private AccountId registrar;
  private Enrolment codes;

  @BeforeEach
  void start() throws Exception {
    container = Container.start().setting(ORIGIN, "http://localhost:8080");
    container.bean(ServerKeys.class).create(A);
    accounts = container.bean(Accounts.class);
    signIn = container.bean(SignIn.class);
    factor = container.bean(SecondFactor.class);
    passkeys = container.bean(Passkeys.class);
    doctor = activated(Role.DOCTOR, "doctor");
    registrar = activated(Role.REGISTRAR, "registrar");
    codes = enrolled(doctor);
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = SoftwareAuthenticator.Algorithm.class,
      names = "ES384",
      mode = EnumSource.Mode.EXCLUDE)
  void passkey_shouldLetIn_afterThePassword_andCodesStillDo(
      SoftwareAuthenticator.Algorithm algorithm) throws Exception {
    SoftwareAuthenticator key = added(new SoftwareAuthenticator(algorithm));
    later(60);
    SignedIn half = password("doctor");

    assertThat(half.missing()).isEqualTo(Missing.CODE);
    assertThat(signIn.hasPasskey(half)).isTrue();
    SignedIn whole = answered(half, key).orElseThrow();

    assertThat(whole.missing()).isEqualTo(Missing.NOTHING);
    assertThat(whole.keys()).isEqualTo(half.keys());
    assertThat(mine())
        .singleElement()
        .satisfies(
            view -> {
              assertThat(view.name()).isEqualTo("Key on the ring");
              assertThat(view.lastUsed()).contains(container.clock().instant());
              assertThat(view.added()).isEqualTo(container.clock().instant().minusSeconds(60));
              assertThat(view.usable()).isTrue();
            });
    later(60);
    assertThat(signIn.confirm("here", password("doctor"), code())).isPresent();
  }

  @Test
  void options_shouldSayWhatBrowsersNeed_andTellNothingMore() throws Exception {
    JsonObject creation = SoftwareAuthenticator.parse(begun());
    assertThat(creation.getJsonObject("rp").getString("id")).isEqualTo("localhost");
    assertThat(creation.getString("attestation")).isEqualTo("none");
    assertThat(creation.getJsonArray("excludeCredentials")).isEmpty();
    JsonObject user = creation.getJsonObject("user");
    assertThat(user.getString("name")).isEqualTo("doctor");
    assertThat(bytes(user.getString("id"))).hasSize(32);
    assertThat(creation.toString()).doesNotContain(doctor.toString());
    byte[] first = bytes(creation.getString("challenge"));
    assertThat(first).hasSize(32);

    SoftwareAuthenticator key = added(new SoftwareAuthenticator());
    SignedIn half = password("doctor");
    JsonObject request = SoftwareAuthenticator.parse(signIn.beginPasskey(half).orElseThrow());
    JsonObject allowed = request.getJsonArray("allowCredentials").getJsonObject(0);
    assertThat(bytes(allowed.getString("id"))).isEqualTo(key.credentialId);
    assertThat(allowed.getJsonArray("transports").toString()).isEqualTo("[\"nfc\",\"usb\"]");
    assertThat(request.getString("rpId")).isEqualTo("localhost");
    assertThat(bytes(request.getString("challenge"))).hasSize(32).isNotEqualTo(first);
    assertThat(SoftwareAuthenticator.parse(begun()).getJsonArray("excludeCredentials")).hasSize(1);
  }

  @Test
  void passkeys_shouldBeNowhere_whereTheServerAllowsNone() throws Exception {
    SoftwareAuthenticator key = added(new SoftwareAuthenticator());
    SignedIn half = password("doctor");
    String options = signIn.beginPasskey(half).orElseThrow();
    container.setting(ORIGIN, "");

    assertThat(passkeys.areAllowed()).isFalse();
    assertThat(mine()).isEmpty();
    assertThat(signIn.hasPasskey(half)).isFalse();
    assertThat(signIn.beginPasskey(half)).isEmpty();
    assertThat(signIn.confirmByPasskey("here", half, key.sign(options))).isEmpty();
    later(60);
    refused(ErrorCode.PASSKEYS_NOT_ALLOWED, this::begun);
    assertThat(signIn.confirm("here", half, code())).isPresent();

    container.setting(ORIGIN, "http://10.0.0.7:8080");
    assertThatThrownBy(() -> container.bean(FirstStart.class))
        .as("refused at the start")
        .hasRootCauseInstanceOf(InvalidSettingException.class);
  }

  @Test
  void passkeys_shouldNotBeUsed_whenThePortalHasMoved() throws Exception {
    added(new SoftwareAuthenticator());
    container.setting(ORIGIN, "https://ehr.hospital.example");
    SignedIn half = password("doctor");

    assertThat(signIn.hasPasskey(half)).isFalse();
    assertThat(signIn.beginPasskey(half)).isEmpty();
    assertThat(mine()).singleElement().matches(view -> !view.usable());
    later(60);
    remove(mine().get(0).id(), PASSWORD, code());
    assertThat(mine()).isEmpty();
  }

  @Test
  void passkeys_shouldNeedCodes_andGoWithThem() throws Exception {
    refused(
        ErrorCode.SECOND_FACTOR_OFF,
        () -> as(registrar, () -> passkeys.begin("Key", PASSWORD.clone(), "000000")));
    refused(
        ErrorCode.SECOND_FACTOR_OFF,
        () ->
            as(
                registrar,
                () -> {
                  passkeys.add("Key", new SoftwareAuthenticator().make(fakeOptions()));
                  return true;
                }));
    SoftwareAuthenticator key = added(new SoftwareAuthenticator());
    later(60);
    as(
        doctor,
        () -> {
          factor.remove(PASSWORD.clone(), code());
          return true;
        });
    assertThat(password("doctor").missing()).isEqualTo(Missing.NOTHING);
    later(60);
    codes = enrolled(doctor);
    assertThat(mine()).isEmpty();

    added(key);
    container.inTransaction(() -> accounts.resetSecondFactor(doctor, registrar));
    codes = enrolled(doctor);
    assertThat(mine()).isEmpty();
    assertThat(signIn.hasPasskey(password("doctor"))).isFalse();
  }

  @Test
  void add_shouldNeedPasswordAndCode_eachTime() throws Exception {
    later(60);
    refused(
        ErrorCode.WRONG_PASSWORD,
        () -> as(doctor, () -> passkeys.begin("Key", WRONG.clone(), code())));
    refused(
        ErrorCode.CODE_REFUSED,
        () -> as(doctor, () -> passkeys.begin("Key", PASSWORD.clone(), "000000")));
    String code = code();
    as(doctor, () -> passkeys.begin("Key", PASSWORD.clone(), code));
    refused(
        ErrorCode.CODE_REFUSED,
        () -> as(doctor, () -> passkeys.begin("Key", PASSWORD.clone(), code)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "a\nb",
        "12345678901234567890123456789012345678901234567890123456789012345"
      })
  void add_shouldRefuse_whatIsNoName(String name) throws Exception {
    String options = begun();
    refused(
        ErrorCode.INVALID_INPUT,
        () -> as(doctor, () -> passkeys.begin(name, PASSWORD.clone(), "000000")));
    refused(ErrorCode.INVALID_INPUT, () -> addAs(name, new SoftwareAuthenticator().make(options)));
  }

  @Test
  void add_shouldRefuse_whateverIsNotRight() throws Exception {
    List<Consumer<SoftwareAuthenticator>> lies =
        List.of(
            key -> key.origin = "https://localhost:8080",
            key -> key.origin = "http://localhost:8081",
            key -> key.origin = "http://localhost.evil.example:8080",
            key -> key.relyingParty = "evil.example",
            key -> key.challenge = new byte[32],
            key -> key.challenge = new byte[0],
            key -> key.present = false,
            key -> key.crossOrigin = true,
            key -> key.type = "webauthn.get",
            key -> key.credentialId = new byte[0]);
    for (Consumer<SoftwareAuthenticator> lie : lies) {
      SoftwareAuthenticator key = new SoftwareAuthenticator();
      lie.accept(key);
      String options = begun();
      refused(ErrorCode.PASSKEY_REFUSED, () -> addAs("Key", key.make(options)));
    }
    SoftwareAuthenticator other = new SoftwareAuthenticator(SoftwareAuthenticator.Algorithm.ES384);
    String options = begun();
    refused(ErrorCode.PASSKEY_REFUSED, () -> addAs("Key", other.make(options)));
    assertThat(mine()).isEmpty();
    assertThat(kinds()).doesNotContain(AccountEventKind.PASSKEY_ADDED);
  }

  @Test
  void add_shouldRefuse_whatNamesAnotherCredentialThanItHas() throws Exception {
    SoftwareAuthenticator key = new SoftwareAuthenticator();
    JsonObject answer = SoftwareAuthenticator.parse(key.make(begun()));
    String other = Json.createObjectBuilder(answer).add("rawId", "AAAA").build().toString();
    refused(ErrorCode.PASSKEY_REFUSED, () -> addAs("Key", other));
  }

  @Test
  void add_shouldTakeAChallengeOnce_theLatest_andNotTooLate() throws Exception {
    SoftwareAuthenticator key = new SoftwareAuthenticator();
    String first = begun();
    String second = begun();
    refused(ErrorCode.PASSKEY_REFUSED, () -> addAs("Key", key.make(first)));
    refused(ErrorCode.PASSKEY_REFUSED, () -> addAs("Key", key.make(second)));

    String third = begun();
    addAs("Key", key.make(third));
    refused(ErrorCode.PASSKEY_REFUSED, () -> addAs("Key", key.make(third)));
    refused(ErrorCode.PASSKEY_REFUSED, () -> addAs("Key", new SoftwareAuthenticator().make(third)));

    String late = begun();
    later(300);
    refused(ErrorCode.PASSKEY_REFUSED, () -> addAs("Key", new SoftwareAuthenticator().make(late)));
    assertThat(mine()).hasSize(1);
  }

  @Test
  void add_shouldRefuse_whatAnAccountHasAlready_andMoreThanTen() throws Exception {
    SoftwareAuthenticator key = added(new SoftwareAuthenticator());
    String again = begun();
    refused(ErrorCode.PASSKEY_KNOWN, () -> addAs("Key", key.make(again)));

    Enrolment registrars = enrolled(registrar);
    later(60);
    String others = as(registrar, () -> passkeys.begin("Key", PASSWORD.clone(), code(registrars)));
    refused(
        ErrorCode.PASSKEY_KNOWN,
        () ->
            as(
                registrar,
                () -> {
                  passkeys.add("Key", key.make(others));
                  return true;
                }));
    for (int i = 1; i < 10; i++) {
      added(new SoftwareAuthenticator());
    }
    assertThat(mine()).hasSize(10);
    refused(ErrorCode.PASSKEY_LIMIT, this::begun);
  }

  @Test
  void signIn_shouldRefuse_whateverIsNotRight_andCountIt() throws Exception {
    SoftwareAuthenticator key = added(new SoftwareAuthenticator());
    SoftwareAuthenticator stranger = new SoftwareAuthenticator();
    stranger.credentialId = key.credentialId;
    List<Consumer<SoftwareAuthenticator>> lies =
        List.of(
            lying -> lying.origin = "https://localhost:8080",
            lying -> lying.origin = "http://localhost.evil.example:8080",
            lying -> lying.relyingParty = "evil.example",
            lying -> lying.challenge = new byte[32],
            lying -> lying.present = false,
            lying -> lying.crossOrigin = true,
            lying -> lying.type = "webauthn.create",
            lying -> lying.user = new byte[32],
            lying -> lying.credentialId = new byte[32]);
    for (Consumer<SoftwareAuthenticator> lie : lies) {
      SoftwareAuthenticator lying = new SoftwareAuthenticator(key);
      lie.accept(lying);
      assertThat(answered(password("doctor"), lying)).isEmpty();
      accounts.unlock(doctor);
    }
    assertThat(answered(password("doctor"), stranger)).as("another key").isEmpty();
    accounts.unlock(doctor);
    assertThat(kinds()).doesNotContain(AccountEventKind.PASSKEY_COPIED);
    assertThat(answered(password("doctor"), key)).as("the honest one").isPresent();

    for (int guess = 0; guess < 10; guess++) {
      assertThat(answered(password("doctor"), stranger)).isEmpty();
      later(120);
    }
    refused(ErrorCode.ACCOUNT_LOCKED, () -> signIn.signIn("here", "doctor", PASSWORD.clone()));
  }

  @Test
  void signIn_shouldRefuse_whatWasSentBefore_isTooLate_orWasAskedForElsewhere() throws Exception {
    SoftwareAuthenticator key = added(new SoftwareAuthenticator());
    SignedIn half = password("doctor");
    String sent = key.sign(signIn.beginPasskey(half).orElseThrow());
    assertThat(signIn.confirmByPasskey("here", half, sent)).isPresent();
    assertThat(signIn.confirmByPasskey("here", password("doctor"), sent)).as("replayed").isEmpty();

    SignedIn again = password("doctor");
    String first = signIn.beginPasskey(again).orElseThrow();
    assertThat(signIn.beginPasskey(again)).as("a newer one").isPresent();
    assertThat(signIn.confirmByPasskey("here", again, key.sign(first))).isEmpty();
    accounts.unlock(doctor);

    String late = signIn.beginPasskey(again).orElseThrow();
    later(300);
    assertThat(signIn.confirmByPasskey("here", again, key.sign(late))).isEmpty();
    String inTime = signIn.beginPasskey(again).orElseThrow();
    later(299);
    assertThat(signIn.confirmByPasskey("here", again, key.sign(inTime))).isPresent();
    assertThat(signIn.confirmByPasskey("here", again, key.make(fakeOptions()))).isEmpty();
  }

  @Test
  void signIn_shouldRefuse_aPasskeyOfAnotherAccount() throws Exception {
    SoftwareAuthenticator doctors = added(new SoftwareAuthenticator());
    Enrolment registrars = enrolled(registrar);
    later(60);
    SoftwareAuthenticator registrarsKey = new SoftwareAuthenticator();
    String options = as(registrar, () -> passkeys.begin("Key", PASSWORD.clone(), code(registrars)));
    as(
        registrar,
        () -> {
          passkeys.add("Key", registrarsKey.make(options));
          return true;
        });

    assertThat(answered(password("registrar"), doctors)).isEmpty();
    SignedIn half = password("doctor");
    String asked = signIn.beginPasskey(half).orElseThrow();
    assertThat(signIn.confirmByPasskey("here", password("registrar"), doctors.sign(asked)))
        .as("the doctor's answer in the registrar's session")
        .isEmpty();
    assertThat(signIn.confirmByPasskey("here", half, registrarsKey.sign(asked))).isEmpty();
    assertThat(answered(password("registrar"), registrarsKey)).isPresent();
    refused(
        ErrorCode.PASSKEY_GONE,
        () -> {
          String others = as(registrar, passkeys::mine).get(0).id();
          later(60);
          remove(others, PASSWORD, code());
        });
    assertThat(as(registrar, passkeys::mine)).hasSize(1);
  }

  @Test
  void signIn_shouldRefuseACopy_whoseCounterDoesNotGrow_andThePersonIsTold() throws Exception {
    SoftwareAuthenticator key = new SoftwareAuthenticator();
    key.counter = 5;
    added(key);
    SoftwareAuthenticator copy = new SoftwareAuthenticator(key);
    assertThat(answered(password("doctor"), key)).isPresent();
    assertThat(answered(password("doctor"), key)).isPresent();

    assertThat(answered(password("doctor"), copy)).isEmpty();

    assertThat(as(doctor, factor::events))
        .filteredOn(AccountEventView::notice)
        .extracting(AccountEventView::kind)
        .containsExactly(AccountEventKind.PASSKEY_COPIED);
    copy.counter = 0;
    assertThat(answered(password("doctor"), copy)).as("no counter any more").isEmpty();
    assertThat(answered(password("doctor"), key)).as("the original").isPresent();
  }

  @Test
  void signIn_shouldAcceptOneAnswer_ofTwoAtTheSameTime() throws Exception {
    SoftwareAuthenticator key = added(new SoftwareAuthenticator());
    SignedIn half = password("doctor");
    String sent = key.sign(signIn.beginPasskey(half).orElseThrow());
    CountDownLatch together = new CountDownLatch(2);
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      List<Future<Boolean>> ends = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        ends.add(
            people.submit(
                () -> {
                  together.countDown();
                  together.await();
                  return signIn.confirmByPasskey("here", half, sent).isPresent();
                }));
      }
      assertThat(List.of(ends.get(0).get(), ends.get(1).get()))
          .containsExactlyInAnyOrder(true, false);
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void signIn_shouldRefuse_whenTheKeysWereClosed_orNothingIsMissing() throws Exception {
    SoftwareAuthenticator key = added(new SoftwareAuthenticator());
    SignedIn half = password("doctor");
    String sent = key.sign(signIn.beginPasskey(half).orElseThrow());
    signIn.signOut(half.keys());
    refused(ErrorCode.KEYS_CLOSED, () -> signIn.confirmByPasskey("here", half, sent));
    assertThat(signIn.hasPasskey(half)).isFalse();
    assertThat(signIn.beginPasskey(half)).isEmpty();
    SignedIn whole = password("registrar");
    refused(ErrorCode.KEYS_CLOSED, () -> signIn.confirmByPasskey("here", whole, sent));
    assertThat(signIn.beginPasskey(whole)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "1",
        "{}",
        "{\"rawId\":\"AAAA\"}",
        "{\"rawId\":\"AAAA\",\"response\":null}",
        "{\"rawId\":\"AAAA\",\"response\":{}}",
        "{\"rawId\":7,\"response\":{}}",
        "{\"rawId\":\"%\",\"response\":{}}",
        "{\"rawId\":\"AAAA\",\"response\":{\"clientDataJSON\":[],\"authenticatorData\":{}}}",
        "{\"rawId\":\"AAAA\",\"response\":{\"clientDataJSON\":\"\",\"attestationObject\":\"\"}}"
      })
  void answers_shouldBeRefused_whenTheyAreNone(String answer) throws Exception {
    added(new SoftwareAuthenticator());
    begun();
    refused(ErrorCode.PASSKEY_REFUSED, () -> addAs("Key", answer));
    SignedIn half = password("doctor");
    signIn.beginPasskey(half);
    assertThat(signIn.confirmByPasskey("here", half, answer)).isEmpty();
  }

  @Test
  void answers_shouldBeRefused_whenTheyAreTooLong_orNestedTooDeep() throws Exception {
    SoftwareAuthenticator key = added(new SoftwareAuthenticator());
    SignedIn half = password("doctor");
    String right = key.sign(signIn.beginPasskey(half).orElseThrow());
    assertThat(signIn.confirmByPasskey("here", half, right + " ".repeat(32 << 10))).isEmpty();
    SignedIn again = password("doctor");
    signIn.beginPasskey(again);
    assertThat(signIn.confirmByPasskey("here", again, "[".repeat(30_000))).isEmpty();
    String options = begun();
    byte[] nested = new byte[16_000];
    Arrays.fill(nested, (byte) 0x81);
    refused(ErrorCode.PASSKEY_REFUSED, () -> addAs("Key", key.make(options, nested)));
    byte[] promised = {(byte) 0x5b, 0x7f, -1, -1, -1, -1, -1, -1, -1};
    String more = begun();
    refused(ErrorCode.PASSKEY_REFUSED, () -> addAs("Key", key.make(more, promised)));
  }

  @Test
  void answers_shouldBeRefused_howeverTheyAreCutOrChanged() throws Exception {
    SoftwareAuthenticator key = added(new SoftwareAuthenticator());
    Random random = new Random(20261130);
    SoftwareAuthenticator fresh = new SoftwareAuthenticator();
    for (int i = 0; i < 16; i++) {
      byte[] attestation = fresh.attestation(fresh.attested());
      byte[] cut = Arrays.copyOf(attestation, random.nextInt(attestation.length));
      String options = begun();
      refused(ErrorCode.PASSKEY_REFUSED, () -> addAs("Key", fresh.make(options, cut)));
    }
    for (int i = 0; i < 60; i++) {
      SignedIn half = password("doctor");
      JsonObject right =
          SoftwareAuthenticator.parse(key.sign(signIn.beginPasskey(half).orElseThrow()));
      String part =
          List.of("clientDataJSON", "authenticatorData", "signature").get(random.nextInt(3));
      JsonObject response = right.getJsonObject("response");
      byte[] bytes = bytes(response.getString(part));
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      JsonValue changed =
          Json.createObjectBuilder(response)
              .add(part, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
              .build();
      String sent = Json.createObjectBuilder(right).add("response", changed).build().toString();
      assertThat(signIn.confirmByPasskey("there " + i, half, sent)).as(sent).isEmpty();
      accounts.unlock(doctor);
      signIn.signOut(half.keys());
    }
    assertThat(answered(password("doctor"), key)).isPresent();
  }

  @Test
  void remove_shouldNeedPasswordAndCode_andIsRecorded() throws Exception {
    SoftwareAuthenticator key = added(new SoftwareAuthenticator());
    String id = mine().get(0).id();
    later(60);
    refused(ErrorCode.WRONG_PASSWORD, () -> remove(id, WRONG, code()));
    refused(ErrorCode.CODE_REFUSED, () -> remove(id, PASSWORD, "000000"));
    refused(ErrorCode.PASSKEY_GONE, () -> remove("00", PASSWORD, code()));
    later(60);
    SignedIn half = password("doctor");
    String sent = key.sign(signIn.beginPasskey(half).orElseThrow());

    remove(id, PASSWORD, code());

    assertThat(mine()).isEmpty();
    assertThat(signIn.confirmByPasskey("here", half, sent)).as("asked for before").isEmpty();
    assertThat(signIn.hasPasskey(password("doctor"))).isFalse();
    assertThat(kinds())
        .containsSubsequence(AccountEventKind.PASSKEY_REMOVED, AccountEventKind.PASSKEY_ADDED);
    later(60);
    refused(ErrorCode.PASSKEY_GONE, () -> remove(id, PASSWORD, code()));
  }

  @Test
  void erasure_shouldTakePasskeysAndWhatWasAsked() throws Exception {
    SoftwareAuthenticator key = added(new SoftwareAuthenticator());
    begun();
    signIn.beginPasskey(password("doctor"));
    byte[] before = DatabaseDump.of(container);
    assertThat(DatabaseDump.contains(before, key.credentialId)).as("the dump is one").isTrue();
    assertThat(DatabaseDump.contains(before, "Key on the ring".getBytes(StandardCharsets.UTF_8)))
        .as("names are sealed")
        .isFalse();

    container.inTransaction(
        () ->
            container.bean(AccountErasure.class).erase(new ForgottenPatient(A, doctor, List.of())));

    byte[] after = DatabaseDump.of(container);
    assertThat(DatabaseDump.contains(after, key.credentialId)).isFalse();
    assertThat(DatabaseDump.contains(after, "REGISTER".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(DatabaseDump.contains(after, "SIGN_IN".getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Test
  void methods_shouldRefuse_whoeverIsNotSignedIn() {
    for (Callable<?> act :
        List.<Callable<?>>of(
            passkeys::mine,
            () -> passkeys.begin("Key", PASSWORD.clone(), "000000"),
            () -> {
              passkeys.add("Key", "{}");
              return true;
            },
            () -> {
              passkeys.remove("00", PASSWORD.clone(), "000000");
              return true;
            })) {
      refused(ErrorCode.NOT_SIGNED_IN, act::call);
    }
  }

  /** The doctor adds what the authenticator makes. */
  private SoftwareAuthenticator added(SoftwareAuthenticator key) throws Exception {
    addAs("Key on the ring", key.make(begun()));
    return key;
  }

  private String begun() throws Exception {
    later(60);
    return as(doctor, () -> passkeys.begin("Key", PASSWORD.clone(), code()));
  }

  private void addAs(String name, String answer) throws Exception {
    as(
        doctor,
        () -> {
          passkeys.add(name, answer);
          return true;
        });
  }

  private void remove(String id, char[] password, String code) throws Exception {
    as(
        doctor,
        () -> {
          passkeys.remove(id, password.clone(), code);
          return true;
        });
  }

  private Optional<SignedIn> answered(SignedIn half, SoftwareAuthenticator key) {
    return signIn.confirmByPasskey("here", half, key.sign(signIn.beginPasskey(half).orElseThrow()));
  }

  private List<PasskeyView> mine() throws Exception {
    return as(doctor, passkeys::mine);
  }

  private List<AccountEventKind> kinds() throws Exception {
    return as(doctor, factor::events).stream().map(AccountEventView::kind).toList();
  }

  /** Options that nobody gave. */
  private static String fakeOptions() {
    return "{\"challenge\":\"AAAA\"}";
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private Enrolment enrolled(AccountId account) throws Exception {
    Enrolment enrolment = as(account, () -> factor.begin(PASSWORD.clone()));
    as(account, () -> factor.confirm(code(enrolment)));
    return enrolment;
  }

  private SignedIn password(String userName) {
    return signIn.signIn("here", userName, PASSWORD.clone()).orElseThrow();
  }

  private String code() {
    return code(codes);
  }

  private String code(Enrolment enrolment) {
    return OneTimeCode.of(enrolment, container.clock().instant());
  }

  private void later(int seconds) {
    container.clock().advance(Duration.ofSeconds(seconds));
  }

  private <T> T as(AccountId account, Callable<T> work) throws Exception {
    Role role = account.equals(doctor) ? Role.DOCTOR : Role.REGISTRAR;
    return container.as(account.toString(), role, work);
  }

  private AccountId activated(Role role, String name) {
    return accounts.activate(
        "here", accounts.invite(A, role, name, name).code(), name, PASSWORD.clone());
  }

  private static void refused(ErrorCode code, ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
