package org.epione.demo.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.scheme.pake.AwaitingConfirmation;
import org.epione.crypto.scheme.pake.AwaitingShare;
import org.epione.crypto.scheme.pake.KeyConfirmationFailedException;
import org.epione.crypto.scheme.pake.Step;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.jspecify.annotations.Nullable;

/**
 * A patient who looks for others with her symptom, and what her browser does of it: the hospitals
 * carry its messages and learn neither the symptom nor what came of a comparison. What it keeps
 * opens in the portal's page with the same matching password.
 */
public final class SymptomSeeker {
  private static final HexFormat HEX = HexFormat.of();
  private static final String PATH = "api/matching";

  private final PortalSession session;
  private final CryptoSuite crypto;
  private final MatchingVault vault;
  private final byte[] symptom;
  private final Map<String, AwaitingShare> shared = new HashMap<>();
  private final Map<String, AwaitingConfirmation> awaited = new HashMap<>();
  // What was made once and may have to be sent again.
  private final Map<String, Confirmed> replies = new HashMap<>();
  private final Map<String, JsonObject> outcomes = new HashMap<>();

  private record Confirmed(String confirmation, JsonObject outcome) {}

  private SymptomSeeker(
      PortalSession session, CryptoSuite crypto, MatchingVault vault, String symptom) {
    this.session = session;
    this.crypto = crypto;
    this.vault = vault;
    this.symptom = symptom.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Somebody who looks for a symptom. The matching password is chosen where she has none.
   *
   * @param symptom HPO code
   * @param password of the account
   */
  public static SymptomSeeker of(
      PortalSession session,
      CryptoSuite crypto,
      String symptom,
      String matchingPassword,
      String password) {
    @Nullable JsonObject kept = session.get(PATH).getJsonObject("vault");
    if (kept != null) {
      return new SymptomSeeker(
          session, crypto, MatchingVault.unlock(crypto, matchingPassword, kept), symptom);
    }
    MatchingVault vault = MatchingVault.create(crypto, matchingPassword);
    session.post(
        PATH + "/password",
        Fields.builder("salt", vault.salt())
            .add("probe", vault.probe())
            .add("password", password)
            .build());
    return new SymptomSeeker(session, crypto, vault, symptom);
  }

  /** Begins to look, among the patients of all hospitals. */
  public void begin(String password) {
    JsonObject code =
        Json.createObjectBuilder()
            .add("code", new String(symptom, StandardCharsets.US_ASCII))
            .build();
    session.post(
        PATH + "/searches",
        Fields.builder("reach", "ALL_HOSPITALS")
            .add("sealed", vault.seal("symptom", code))
            .add("agreed", true)
            .add("password", password)
            .build());
  }

  /** Whether she looks. */
  public boolean looks() {
    return session.get(PATH).getJsonObject("search") != null;
  }

  /** Ends the search; conversations go on. */
  public void end() {
    session.post(PATH + "/searches/end", JsonObject.EMPTY_JSON_OBJECT);
  }

  /** Does all that is due now. */
  public void visit() {
    for (Comparison each : comparisons().stream().filter(one -> !one.ended()).toList()) {
      switch (each.due()) {
        case "BEGIN" -> begin(each);
        case "ANSWER" -> answer(each);
        case "CONFIRM" -> confirm(each);
        case "DONE" -> judge(each);
        default -> {}
      }
    }
  }

  private void begin(Comparison each) {
    Step<AwaitingShare> begun = crypto.symptomMatching().startA(each.session(), symptom);
    shared.put(each.id(), begun.next());
    say(each, Optional.of(begun.message().hex()), Optional.empty(), none());
  }

  private void answer(Comparison each) {
    Step<AwaitingShare> begun = crypto.symptomMatching().startB(each.session(), symptom);
    Step<AwaitingConfirmation> next =
        begun.next().receive(HEX.parseHex(each.peerShare().orElseThrow()));
    awaited.put(each.id(), next.next());
    say(each, Optional.of(begun.message().hex()), Optional.of(next.message().hex()), none());
  }

  private void confirm(Comparison each) {
    // Without its state the share cannot be gone on with.
    if (shared.containsKey(each.id())) {
      Confirmed reply = replies.computeIfAbsent(each.id(), id -> confirmed(each));
      say(each, Optional.empty(), Optional.of(reply.confirmation()), reply.outcome());
    }
  }

  private Confirmed confirmed(Comparison each) {
    Step<AwaitingConfirmation> next =
        Objects.requireNonNull(shared.get(each.id()))
            .receive(HEX.parseHex(each.peerShare().orElseThrow()));
    return new Confirmed(next.message().hex(), outcome(each, next.next()));
  }

  private void judge(Comparison each) {
    @Nullable AwaitingConfirmation waiting = awaited.get(each.id());
    if (waiting != null) {
      JsonObject outcome = outcomes.computeIfAbsent(each.id(), id -> outcome(each, waiting));
      session.post(path(each.id(), "note"), Fields.of("sealed", seal(each, outcome)));
      awaited.remove(each.id());
    }
  }

  private static JsonObject outcome(Comparison each, AwaitingConfirmation waiting) {
    try (SecretBytes key = waiting.receive(HEX.parseHex(each.peerConfirmation().orElseThrow()))) {
      return Fields.of("key", HEX.formatHex(key.reveal(SecretAccess.token())));
    } catch (KeyConfirmationFailedException another) {
      return none();
    }
  }

  private static JsonObject none() {
    return Json.createObjectBuilder().add("none", true).build();
  }

  private void say(
      Comparison each, Optional<String> share, Optional<String> confirmation, JsonObject state) {
    var body = Fields.builder("sealed", seal(each, state));
    share.ifPresent(message -> body.add("share", message));
    confirmation.ifPresent(message -> body.add("confirmation", message));
    session.post(path(each.id(), "step"), body.build());
  }

  /** All comparisons, as they stand. */
  public List<Comparison> comparisons() {
    return Fields.objects(session.get(PATH), "exchanges").stream().map(Comparison::of).toList();
  }

  /** Those whose symptom is hers. */
  public List<Comparison> matches() {
    return comparisons().stream().filter(each -> key(each).isPresent()).toList();
  }

  /** The conversation with whom a match found; it begins with the agreement to meet. */
  public MatchedConversation conversation(Comparison match) {
    return new MatchedConversation(session, crypto, match, key(match).orElseThrow());
  }

  private Optional<String> key(Comparison each) {
    return each.sealed().flatMap(kept -> Fields.text(vault.open(place(each), kept), "key"));
  }

  private String seal(Comparison each, JsonObject state) {
    return vault.seal(place(each), state);
  }

  private static String place(Comparison each) {
    return "exchange:" + each.id();
  }

  static String path(String id, String what) {
    return PATH + "/exchanges/" + id + "/" + what;
  }
}
