package org.epione.matching;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.epione.account.boundary.Role;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.password.PasswordParameters;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.scheme.pake.AwaitingConfirmation;
import org.epione.crypto.scheme.pake.AwaitingShare;
import org.epione.crypto.scheme.pake.KeyConfirmationFailedException;
import org.epione.crypto.scheme.pake.MatchingSession;
import org.epione.crypto.scheme.pake.Step;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.Digest;
import org.epione.matching.boundary.Due;
import org.epione.matching.boundary.ExchangeView;
import org.epione.matching.boundary.MatchingView;
import org.epione.matching.boundary.Reach;
import org.epione.matching.boundary.SaidView;
import org.epione.matching.boundary.SearchForm;
import org.epione.matching.boundary.StepForm;
import org.epione.matching.boundary.SymptomMatch;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.testing.Container;
import org.jspecify.annotations.Nullable;

/** A patient and what her browser does, written from docs/formats.md. */
final class Seeker {

  static final CryptoSuite CRYPTO = CryptoSuite.create(new SecureRandomSource());
  static final ByteString SEALED = ByteString.of(new byte[] {1, 2, 3});
  static final Set<ErrorCode> LIMITS =
      Set.of(ErrorCode.MATCHING_TRIES_OF_DAY, ErrorCode.MATCHING_TRIES_OF_SEARCH);
  static final PasswordParameters COST = new PasswordParameters(8192, 1, 1);

  final TwoHospitals.Person person;
  private final TwoHospitals ward;
  private final Map<String, AwaitingShare> shared = new HashMap<>();
  private final Map<String, AwaitingConfirmation> confirmed = new HashMap<>();
  private final Map<String, Optional<SecretBytes>> results = new HashMap<>();
  private byte[] symptom = new byte[0];

  Seeker(TwoHospitals ward, PartyCode hospital, String name) {
    this.ward = ward;
    this.person = ward.person(hospital, Role.PATIENT, name);
  }

  SymptomMatch desk() {
    return ward.bean(SymptomMatch.class);
  }

  void run(Container.Work act) throws Exception {
    ward.as(
        person,
        () -> {
          act.run();
          return true;
        });
  }

  MatchingView mine() throws Exception {
    return ward.as(person, () -> desk().mine());
  }

  /** Begins to look for others with that symptom. */
  void look(String code, Reach reach) throws Exception {
    begin(code, reach);
    ward.wire.deliverAll();
  }

  void begin(String code, Reach reach) throws Exception {
    symptom = code.getBytes(StandardCharsets.US_ASCII);
    if (mine().vault().isEmpty()) {
      byte[] salt = CRYPTO.passwordHash().newSalt(COST).encode();
      ward.as(
          person,
          () ->
              desk().setPassword(ByteString.of(salt), SEALED, TwoHospitals.PASSWORD.toCharArray()));
    }
    ward.as(
        person,
        () ->
            desk().begin(new SearchForm(reach, SEALED, true), TwoHospitals.PASSWORD.toCharArray()));
  }

  /** The page is open: whatever is due is done. */
  void visit() throws Exception {
    try {
      for (ExchangeView each : mine().exchanges()) {
        act(each);
      }
    } catch (RefusedException limit) {
      if (!LIMITS.contains(limit.code())) {
        throw limit;
      }
    }
    ward.wire.deliverAll();
  }

  void act(ExchangeView exchange) throws Exception {
    switch (exchange.due()) {
      case BEGIN -> step(exchange, Optional.of(share(exchange)), Optional.empty());
      case ANSWER -> {
        ByteString share = share(exchange);
        step(exchange, Optional.of(share), Optional.of(confirmation(exchange)));
      }
      case CONFIRM -> {
        ByteString confirmation = confirmation(exchange);
        judge(exchange);
        step(exchange, Optional.empty(), Optional.of(confirmation));
      }
      case DONE -> judge(exchange);
      default -> {}
    }
  }

  /** With another symptom from now on, as a browser could that wants to find out. */
  void pretend(String code) {
    symptom = code.getBytes(StandardCharsets.US_ASCII);
  }

  ByteString share(ExchangeView exchange) {
    Step<AwaitingShare> begun =
        exchange.beginner()
            ? CRYPTO.symptomMatching().startA(session(exchange), symptom)
            : CRYPTO.symptomMatching().startB(session(exchange), symptom);
    shared.put(exchange.id(), begun.next());
    return begun.message();
  }

  ByteString confirmation(ExchangeView exchange) {
    Step<AwaitingConfirmation> next =
        shared.get(exchange.id()).receive(exchange.peerShare().orElseThrow().bytes());
    confirmed.put(exchange.id(), next.next());
    return next.message();
  }

  private void judge(ExchangeView exchange) {
    @Nullable AwaitingConfirmation waiting = confirmed.remove(exchange.id());
    if (waiting == null) {
      return;
    }
    Optional<SecretBytes> key;
    try {
      key = Optional.of(waiting.receive(exchange.peerConfirmation().orElseThrow().bytes()));
    } catch (KeyConfirmationFailedException other) {
      key = Optional.empty();
    }
    results.put(exchange.id(), key);
  }

  void step(ExchangeView exchange, Optional<ByteString> share, Optional<ByteString> confirmation)
      throws Exception {
    run(() -> desk().step(exchange.id(), new StepForm(share, confirmation, SEALED)));
  }

  private static MatchingSession session(ExchangeView exchange) {
    Pseudonym own = Pseudonym.of(exchange.own().bytes());
    Pseudonym peer = Pseudonym.of(exchange.peer().bytes());
    Digest ownCertificate = Digest.ofHex(exchange.ownCertificate().hex());
    Digest peerCertificate = Digest.ofHex(exchange.peerCertificate().hex());
    return exchange.beginner()
        ? new MatchingSession(own, peer, ownCertificate, peerCertificate, COST)
        : new MatchingSession(peer, own, peerCertificate, ownCertificate, COST);
  }

  /** What came of the comparisons so far: true where the symptom is the same. */
  List<Boolean> results() {
    return results.values().stream().map(Optional::isPresent).toList();
  }

  /** The one comparison. */
  ExchangeView only() throws Exception {
    List<ExchangeView> all = mine().exchanges();
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " comparisons");
    }
    return all.get(0);
  }

  Due due() throws Exception {
    return only().due();
  }

  SecretBytes key() throws Exception {
    return results.get(only().id()).orElseThrow();
  }

  /** Agrees to meet in the one comparison. */
  void agree() throws Exception {
    say(1, "{\"meet\":true}");
  }

  void say(int number, String text) throws Exception {
    ExchangeView exchange = only();
    ByteString sealed =
        seal(exchange, exchange.beginner(), number, text.getBytes(StandardCharsets.UTF_8));
    sendSealed(number, sealed);
  }

  void sendSealed(int number, ByteString sealed) throws Exception {
    ExchangeView exchange = only();
    run(() -> desk().say(exchange.id(), number, sealed));
    ward.wire.deliverAll();
  }

  ByteString seal(ExchangeView exchange, boolean byA, int number, byte[] text) throws Exception {
    try (AeadKey key = direction(exchange, byA)) {
      return ByteString.of(CRYPTO.aead().seal(key, header(number), text));
    }
  }

  /** What is said in the one conversation, opened in order. */
  List<String> read() throws Exception {
    ExchangeView exchange = only();
    List<SaidView> said = ward.as(person, () -> desk().read(exchange.id()));
    return said.stream().map(each -> open(exchange, each)).toList();
  }

  private String open(ExchangeView exchange, SaidView said) {
    try (AeadKey key = direction(exchange, exchange.beginner() == said.outgoing())) {
      byte[] text = CRYPTO.aead().open(key, header(said.number()), said.sealed().bytes());
      return new String(text, StandardCharsets.UTF_8);
    }
  }

  private AeadKey direction(ExchangeView exchange, boolean byA) {
    byte[] a = (exchange.beginner() ? exchange.own() : exchange.peer()).bytes();
    byte[] b = (exchange.beginner() ? exchange.peer() : exchange.own()).bytes();
    byte[] context = CanonicalWriter.of("epione.matching.pair", 1).bytes(a).bytes(b).toByteArray();
    SecretBytes key = results.get(exchange.id()).orElseThrow();
    return CRYPTO.aead().derive(key, byA ? "matching.a-to-b" : "matching.b-to-a", context);
  }

  private static byte[] header(int number) {
    return CanonicalWriter.of("epione.matching.message", 1).u64(number).toByteArray();
  }

  byte[] keyBytes() throws Exception {
    byte[] bytes = key().reveal(SecretAccess.token());
    return Arrays.copyOf(bytes, bytes.length);
  }
}
