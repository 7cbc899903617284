package org.epione.cloud.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.epione.cloud.boundary.StoreRequest;
import org.epione.cloud.entity.CloudObjectSource;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.record.StoredBody;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Evidence;
import org.epione.ledger.state.RecordRules;
import org.epione.ledger.state.RejectionReason;
import org.epione.ledger.state.SignatureChecks;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.PartyView;
import org.epione.platform.identity.PartyCode;
import org.epione.settings.Settings;

/**
 * Decides, as second supernode, whether a ciphertext is stored: the record must be one that may
 * stand on the hospital's chain, signatures and all, and the ciphertext must be exactly the one
 * that it names. Then stores it durably and signs for it.
 */
@ApplicationScoped
public class StoreCheck {

  private static final int MEBIBYTE = 1 << 20;

  @Inject private CloudStorage storage;
  @Inject private AttachmentKeeping attachments;
  @Inject private CryptoSuite suite;
  @Inject private Settings settings;
  @Inject private Clock clock;
  @EJB private ServerKeys serverKeys;
  @EJB private Parties parties;
  @EJB private Chains chains;

  /** Receipt (an encoded STORED record), or the word that says why not. */
  record Answer(RecordId episode, Optional<byte[]> receipt, String refusal) {}

  /** Checks, stores, signs. The same record again gets the same receipt. */
  Answer store(PartyCode cloud, PartyCode hospital, StoreRequest request)
      throws MessageRejectedException {
    LedgerRecord record = LedgerRecord.decode(request.record().bytes());
    if (!(record.body() instanceof DiagnosisBody body)) {
      throw new MessageRejectedException("what is to be stored has no DIAGNOSIS record");
    }
    Optional<byte[]> before = storage.receipt(cloud, record.id().hex());
    if (before.isPresent()) {
      return new Answer(body.episode(), before, "");
    }
    Optional<String> refusal =
        refusal(cloud, hospital, record, body, request.ciphertext())
            .or(() -> missing(cloud, hospital, body, request));
    if (refusal.isPresent()) {
      return new Answer(body.episode(), Optional.empty(), refusal.get());
    }
    String location = storage.write(body.ciphertext(), request.ciphertext().bytes());
    byte[] receipt = receipt(cloud, record, body, location);
    storage.promise(
        new CloudObjectSource(
            cloud.value(),
            hospital.value(),
            body.episode().hex(),
            record.id().hex(),
            body.ciphertext().hex()),
        body.ciphertextLength(),
        location,
        body.header().bytes(),
        receipt);
    return new Answer(body.episode(), Optional.of(receipt), "");
  }

  private Optional<String> refusal(
      PartyCode cloud,
      PartyCode hospital,
      LedgerRecord record,
      DiagnosisBody body,
      ByteString ciphertext) {
    if (!record.chain().equals(pid(hospital))) {
      return Optional.of("WRONG_CHAIN");
    }
    if (!body.cloud().equals(pid(cloud))) {
      return Optional.of("WRONG_CLOUD");
    }
    if (ciphertext.size() > limit()) {
      return Optional.of("TOO_LARGE");
    }
    if (ciphertext.size() != body.ciphertextLength()
        || !Digest.of(ciphertext.bytes()).equals(body.ciphertext())) {
      return Optional.of("DIGEST_DIFFERS");
    }
    if (!isTheOneOf(body, ciphertext)) {
      return Optional.of("BAD_CIPHERTEXT");
    }
    return rules(cloud, hospital, record).map(RejectionReason::name);
  }

  /** No receipt for a record whose attachments are not all here. */
  private Optional<String> missing(
      PartyCode cloud, PartyCode hospital, DiagnosisBody body, StoreRequest request) {
    boolean allHere =
        request.attachments().stream()
            .allMatch(each -> attachments.isStored(cloud, hospital, body.episode(), each));
    return allHere ? Optional.empty() : Optional.of("ATTACHMENT_MISSING");
  }

  private boolean isTheOneOf(DiagnosisBody body, ByteString encoded) {
    try {
      ScopedCiphertext ciphertext = suite.reEncryption().decodeCiphertext(encoded.bytes());
      return ByteString.of(ciphertext.header().encode()).equals(body.header())
          && suite.reEncryption().isValid(ciphertext);
    } catch (MalformedEncodingException notOne) {
      return false;
    }
  }

  private Optional<RejectionReason> rules(
      PartyCode cloud, PartyCode hospital, LedgerRecord record) {
    ChainState state = chains.state(cloud.value(), hospital.value());
    // Only the hospital can open the evidence; it does, before the record gets into a block.
    return new RecordRules(new SignatureChecks(suite), Evidence.NOT_OURS)
        .check(state, record, clock.instant());
  }

  private byte[] receipt(
      PartyCode cloud, LedgerRecord record, DiagnosisBody body, String location) {
    Instant now = clock.instant();
    RecordContent content =
        new RecordContent(
            record.chain(),
            body.cloud(),
            now,
            new StoredBody(
                record.id(), body.episode(), body.ciphertext(), body.ciphertextLength(), location));
    return content
        .signed(RecordSignature.ed25519(serverKeys.sign(cloud, content.toSign())))
        .encode();
  }

  private long limit() {
    return (long) MEBIBYTE * settings.number("epione.cloud.max.mebibytes", 16, 1, 16) + 1024;
  }

  private Pid pid(PartyCode party) {
    return parties
        .find(party)
        .map(PartyView::pid)
        .orElseThrow(() -> new IllegalStateException("no such party: " + party));
  }
}
