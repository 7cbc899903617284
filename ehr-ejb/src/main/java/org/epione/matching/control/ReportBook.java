package org.epione.matching.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Caller;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.secret.SecretBytes;
import org.epione.custody.boundary.ServerKeys;
import org.epione.matching.boundary.ReportView;
import org.epione.matching.boundary.ReportedMessage;
import org.epione.matching.entity.Exchange;
import org.epione.matching.entity.Report;
import org.epione.matching.entity.Said;
import org.epione.party.boundary.Parties;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/**
 * Conversations that patients disclosed. The reporter's browser gives the key; the hospital opens
 * with it the ciphertexts that it has, keeps the words under its own key, and forgets the given
 * one: so nobody can report words that the other's hospital did not send, and what is written later
 * stays closed.
 */
@ApplicationScoped
public class ReportBook {

  /** Bytes of the key of a comparison. */
  private static final int KEY_LENGTH = 16;

  private static final int LONGEST_TEXT = 2000;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private ServerKeys keys;
  @EJB private Accounts accounts;
  @EJB private Parties parties;
  @Inject private MatchRegister register;
  @Inject private CryptoSuite crypto;
  @Inject private Clock clock;

  /** Discloses a conversation of the patient. */
  public void report(Caller patient, UUID exchangeId, ByteString key, String reason) {
    String written = written(reason);
    Exchange exchange =
        register
            .take(patient.accountId(), exchangeId)
            .filter(Exchange::isTogether)
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    if (isReported(exchange)) {
      throw new RefusedException(ErrorCode.MATCHING_REPORTED);
    }
    byte[] conversation = open(exchange, key);
    UUID id = UUID.randomUUID();
    entities.persist(
        new Report(
            id,
            exchange,
            keys.protect(exchange.hospital(), label("reason", id.toString()), bytes(written)),
            keys.protect(exchange.hospital(), label("conversation", id.toString()), conversation),
            clock.instant()));
    entities.flush();
  }

  /** Of a hospital, newest first. */
  public List<ReportView> of(PartyCode hospital) {
    return entities
        .createNamedQuery("Report.ofHospital", Report.class)
        .setParameter("hospital", hospital.value())
        .getResultList()
        .stream()
        .map(this::view)
        .toList();
  }

  /** How many of a hospital are open. */
  public long waiting(PartyCode hospital) {
    return entities
        .createNamedQuery("Report.waiting", Long.class)
        .setParameter("hospital", hospital.value())
        .getSingleResult();
  }

  /** What was written. */
  public List<ReportedMessage> read(PartyCode hospital, String id) {
    Report report = take(hospital, id);
    byte[] kept = unprotect(report, "conversation", report.protectedConversation());
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(kept))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(
              each ->
                  new ReportedMessage(
                      each.getBoolean("byReporter"),
                      each.getString("text"),
                      Instant.parse(each.getString("saidAt"))))
          .toList();
    }
  }

  /** An administrator closes it. */
  public ReportView close(Caller administrator, String id, String note) {
    Report report = take(administrator.party(), id);
    if (report.closedAt().isPresent()) {
      throw new RefusedException(ErrorCode.MATCHING_OVER);
    }
    byte[] kept = keys.protect(report.hospital(), label("note", id), bytes(written(note)));
    report.close(administrator.accountId(), kept, clock.instant());
    return view(report);
  }

  private Report take(PartyCode hospital, String id) {
    return Optional.ofNullable(entities.find(Report.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(each -> each.hospital().equals(hospital))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  private boolean isReported(Exchange exchange) {
    return entities
            .createNamedQuery("Report.ofExchange", Long.class)
            .setParameter("exchange", exchange.id().toString())
            .getSingleResult()
        > 0;
  }

  /** Opens all that was said, as the browsers sealed it (docs/formats.md). */
  private byte[] open(Exchange exchange, ByteString key) {
    if (key.size() != KEY_LENGTH) {
      throw new RefusedException(ErrorCode.MATCHING_KEY);
    }
    byte[] a = (exchange.isBeginner() ? exchange.own() : exchange.peer()).bytes();
    byte[] b = (exchange.isBeginner() ? exchange.peer() : exchange.own()).bytes();
    byte[] pair = CanonicalWriter.of("epione.matching.pair", 1).bytes(a).bytes(b).toByteArray();
    JsonArrayBuilder conversation = Json.createArrayBuilder();
    try (SecretBytes secret = SecretBytes.of(key.bytes());
        AeadKey ofA = crypto.aead().derive(secret, "matching.a-to-b", pair);
        AeadKey ofB = crypto.aead().derive(secret, "matching.b-to-a", pair)) {
      for (Said said : register.said(exchange)) {
        AeadKey direction = exchange.isBeginner() == said.outgoing() ? ofA : ofB;
        text(direction, said)
            .ifPresent(
                words ->
                    conversation.add(
                        Json.createObjectBuilder()
                            .add("byReporter", said.outgoing())
                            .add("text", words)
                            .add("saidAt", said.saidAt().toString())));
      }
    }
    JsonArray opened = conversation.build();
    return bytes(opened.toString());
  }

  private Optional<String> text(AeadKey direction, Said said) {
    byte[] header =
        CanonicalWriter.of("epione.matching.message", 1).u64(said.number()).toByteArray();
    try (JsonReader reader =
        Json.createReader(
            new ByteArrayInputStream(crypto.aead().open(direction, header, said.sealed())))) {
      // The first message has no words: it is the agreement.
      return Optional.ofNullable(reader.readObject().getString("text", null));
    } catch (DecryptionFailedException | JsonException | ClassCastException notOurs) {
      throw (RefusedException) new RefusedException(ErrorCode.MATCHING_KEY).initCause(notOurs);
    }
  }

  private ReportView view(Report report) {
    return new ReportView(
        report.id(),
        accounts.name(report.account()),
        report.peer().hex(),
        parties.name(report.peerHospital()),
        text(report, "reason", report.protectedReason()),
        report.reportedAt(),
        report.closedAt(),
        report.protectedNote().map(kept -> text(report, "note", kept)));
  }

  private String text(Report report, String part, byte[] kept) {
    return new String(unprotect(report, part, kept), StandardCharsets.UTF_8);
  }

  private byte[] unprotect(Report report, String part, byte[] kept) {
    return keys.unprotect(report.hospital(), label(part, report.id()), kept);
  }

  private static String label(String part, String id) {
    return "matching.report-" + part + ":" + id;
  }

  private static String written(String text) {
    String written = text.strip();
    if (written.isEmpty() || written.length() > LONGEST_TEXT) {
      throw new RefusedException(ErrorCode.MATCHING_REASON);
    }
    return written;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
