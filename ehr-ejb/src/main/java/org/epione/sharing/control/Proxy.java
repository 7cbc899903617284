package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.cloud.boundary.FetchRequest;
import org.epione.cloud.boundary.FetchedContent;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.scheme.pre.ReEncryptedRecord;
import org.epione.crypto.scheme.pre.ReEncryptionKey;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.crypto.scheme.pre.ScopedReEncryption;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.AccessRefusedBody;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordReadBody;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.RefusalReason;
import org.epione.sharing.entity.Delivery;
import org.epione.sharing.entity.DeliveryState;
import org.epione.sharing.entity.GrantCase;

/**
 * The system manager as proxy: turns a ciphertext of the patient into one for the doctor, for each
 * reading anew and after checking everything anew. It keeps neither form of the record, and could
 * read neither.
 */
@ApplicationScoped
public class Proxy {

  @EJB private Post post;
  @EJB private ChainSubmission chain;
  @Inject private CaseRegister register;
  @Inject private KeyIssuer issuer;
  @Inject private GrantCheck check;
  @Inject private GrantProof proof;
  @Inject private Signatures signatures;
  @Inject private ServerRecords records;
  @Inject private CryptoSuite crypto;
  @Inject private Clock clock;

  /** {@code sharing.read}. */
  void read(ReceivedEnvelope envelope) throws MessageRejectedException {
    Senders.requireToSystemManager(envelope);
    ReadMessage message = ReadMessage.decode(envelope.payload());
    LedgerRecord signed = message.ledgerRecord();
    if (!(signed.body() instanceof RecordReadBody body)) {
      throw new MessageRejectedException("The record is no reading.");
    }
    GrantCase grantCase =
        register
            .take(body.grant())
            .orElseThrow(() -> new MessageRejectedException("There is no such grant."));
    GrantEvidence evidence = GrantEvidence.decode(grantCase.evidence());
    requireByGrantee(envelope, signed, body, grantCase, evidence);
    Optional<Delivery> known = register.take(body.read());
    if (known.isPresent()) {
      Senders.require(Arrays.equals(known.get().ledgerRecord(), signed.encode()));
      return;
    }
    Delivery delivery =
        new Delivery(
            body.read(),
            grantCase.id(),
            grantCase.askingHospital(),
            signed.encode(),
            message.inclusion().map(Inclusion::encode).orElse(null),
            clock.instant());
    register.add(delivery);
    DiagnosisBody diagnosis = (DiagnosisBody) evidence.diagnosis().ledgerRecord().body();
    PartyCode cloud = proof.codeOf(diagnosis.cloud());
    Optional<RefusalReason> against = check.againstReading(grantCase);
    if (against.isEmpty() && !isOnChain(message, grantCase, cloud)) {
      against = Optional.of(RefusalReason.NOT_ON_CHAIN);
    }
    if (against.isPresent()) {
      refuse(delivery, grantCase, against.get());
      return;
    }
    delivery.fetching(fetch(cloud, diagnosis));
  }

  /** {@code cloud.content}. */
  void fetched(ReceivedEnvelope envelope) throws MessageRejectedException {
    Senders.requireToSystemManager(envelope);
    FetchedContent fetched = FetchedContent.decode(envelope.payload());
    Delivery delivery =
        envelope
            .inReplyTo()
            .flatMap(register::deliveryFetchedBy)
            .orElseThrow(() -> new MessageRejectedException("Nobody asked for this ciphertext."));
    GrantCase grantCase = register.take(Digest.ofHex(delivery.grantDigest())).orElseThrow();
    GrantEvidence evidence = GrantEvidence.decode(grantCase.evidence());
    DiagnosisBody diagnosis = (DiagnosisBody) evidence.diagnosis().ledgerRecord().body();
    Senders.require(envelope.from().equals(proof.codeOf(diagnosis.cloud())));
    if (delivery.state() != DeliveryState.FETCHING) {
      return;
    }
    Optional<RefusalReason> against = check.againstReading(grantCase);
    Optional<byte[]> turned =
        against.isPresent() ? Optional.empty() : turn(grantCase, diagnosis, fetched);
    if (turned.isEmpty()) {
      refuse(delivery, grantCase, against.orElse(RefusalReason.CONTENT_UNUSABLE));
      return;
    }
    delivery.delivered(clock.instant());
    post.send(
        PartyCode.SYSTEM_MANAGER,
        delivery.askingHospital(),
        ContentMessage.TYPE,
        new ContentMessage(delivery.id(), ByteString.of(turned.get())).encode(),
        Optional.empty());
  }

  /** A refusal of a reading is settled on the chain: now the reader is told. */
  void refusalRecorded(LedgerRecord signed) {
    register
        .deliveryRefusedBy(signed.id())
        .filter(delivery -> delivery.state() == DeliveryState.REFUSING)
        .ifPresent(
            delivery -> {
              delivery.refused(clock.instant());
              post.send(
                  PartyCode.SYSTEM_MANAGER,
                  delivery.askingHospital(),
                  ReadRefusedMessage.TYPE,
                  new ReadRefusedMessage(delivery.id(), delivery.reason().orElseThrow()).encode(),
                  Optional.empty());
            });
  }

  private void requireByGrantee(
      ReceivedEnvelope envelope,
      LedgerRecord signed,
      RecordReadBody body,
      GrantCase grantCase,
      GrantEvidence evidence)
      throws MessageRejectedException {
    AccessRequestedBody request = (AccessRequestedBody) evidence.requested().ledgerRecord().body();
    Senders.require(envelope.from().equals(grantCase.askingHospital()));
    Senders.require(
        signed.author().equals(request.doctor().pid())
            && signed.chain().equals(evidence.opened().ledgerRecord().chain())
            && body.episode().hex().equals(grantCase.episode())
            && signatures.isBy(request.doctor().identity().signingKey(), signed));
  }

  private boolean isOnChain(ReadMessage message, GrantCase grantCase, PartyCode cloud)
      throws MessageRejectedException {
    return message.inclusion().isPresent()
        && proof.isOnChain(
            new OnChain(message.ledgerRecord(), message.inclusion().get()),
            grantCase.hospital(),
            cloud);
  }

  private EnvelopeId fetch(PartyCode cloud, DiagnosisBody diagnosis) {
    return post.send(
        PartyCode.SYSTEM_MANAGER,
        cloud,
        FetchRequest.TYPE,
        new FetchRequest(diagnosis.episode(), diagnosis.ciphertext()).encode(),
        Optional.empty());
  }

  /** The ciphertext turned towards the doctor; empty where it is not the one on the chain. */
  private Optional<byte[]> turn(
      GrantCase grantCase, DiagnosisBody diagnosis, FetchedContent fetched) {
    Optional<byte[]> content =
        fetched
            .content()
            .map(ByteString::bytes)
            .filter(bytes -> Digest.of(bytes).equals(diagnosis.ciphertext()));
    if (content.isEmpty()) {
      return Optional.empty();
    }
    DelegationKeys delegation = issuer.delegation(grantCase);
    ScopedReEncryption scheme = crypto.reEncryption();
    try {
      ScopedCiphertext ciphertext = scheme.decodeCiphertext(content.get());
      if (!ciphertext.record().equals(diagnosis.episode())) {
        return Optional.empty();
      }
      ReEncryptionKey key = scheme.decodeReEncryptionKey(delegation.reEncryptionKey().bytes());
      ReEncryptedRecord turned =
          scheme.reEncrypt(key, delegation.sealedDelegation().bytes(), ciphertext);
      return Optional.of(turned.encode());
    } catch (MalformedEncodingException | DecryptionFailedException e) {
      return Optional.empty();
    }
  }

  private void refuse(Delivery delivery, GrantCase grantCase, RefusalReason reason) {
    RecordReadBody body = (RecordReadBody) LedgerRecord.decode(delivery.ledgerRecord()).body();
    LedgerRecord signed =
        records.bySystemManager(
            grantCase.hospital(),
            AccessRefusedBody.ofGrant(body.grant(), body.episode(), reason.name()));
    delivery.refusing(signed.id().hex(), reason.name(), clock.instant());
    chain.submit(PartyCode.SYSTEM_MANAGER, grantCase.hospital(), signed);
  }
}
