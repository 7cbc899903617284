package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.AccessRefusedBody;
import org.epione.ledger.record.ConsentWithdrawnBody;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.ledger.record.KeyIssuedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.EmergencyGrants;
import org.epione.sharing.boundary.EmergencyRelease;
import org.epione.sharing.boundary.RefusalReason;
import org.epione.sharing.entity.CaseState;
import org.epione.sharing.entity.GrantCase;
import org.epione.sharing.entity.Granted;
import org.epione.sharing.entity.Withdrawal;

/**
 * The system manager's side of grants: checks what the asked hospital proves, queues it for the
 * officer, and issues or refuses on the chain. It holds R1 and R2 and can read neither what they
 * open nor X inside R2.
 */
@ApplicationScoped
public class KeyIssuer {

  @EJB private Post post;
  @EJB private ServerKeys keys;
  @EJB private ChainSubmission chain;
  @Inject private CaseRegister register;
  @Inject private GrantProof proof;
  @Inject private GrantCheck check;
  @Inject private EmergencyGrants emergencies;
  @Inject private ServerRecords records;
  @Inject private CryptoSuite crypto;
  @Inject private Clock clock;

  /** {@code sharing.grant}. */
  void granted(ReceivedEnvelope envelope) throws MessageRejectedException {
    Senders.requireToSystemManager(envelope);
    GrantMessage message = GrantMessage.decode(envelope.payload());
    ProvenGrant grant = proof.require(message.evidence(), envelope.from());
    if (register.take(grant.digest()).isPresent()) {
      return;
    }
    Optional<EmergencyRelease> release = release(message.evidence(), grant);
    DelegationKeys delegation = open(message, grant.digest());
    Granted granted =
        new Granted(
            grant.digest().hex(),
            grant.request().request(),
            grant.hospital(),
            grant.askingHospital(),
            grant.episode().episode().hex(),
            grant.grant().purpose(),
            grant.grant().notBefore(),
            grant.notAfter());
    byte[] protectedKeys =
        keys.protect(
            PartyCode.SYSTEM_MANAGER, DelegationKeys.label(grant.digest()), delegation.encode());
    Instant now = clock.instant();
    GrantCase made = new GrantCase(granted, message.evidence().encode(), protectedKeys, now);
    register.add(made);
    Optional<RefusalReason> against = check.againstIssuing(made);
    if (against.equals(Optional.of(RefusalReason.PATIENT_FORGOTTEN))) {
      made.forgotten(RefusalReason.PATIENT_FORGOTTEN.name(), now);
      tellDenied(made);
      return;
    }
    if (against.equals(Optional.of(RefusalReason.CONSENT_WITHDRAWN))) {
      made.withdrawn(now);
      return;
    }
    release.ifPresent(each -> decide(made, each));
  }

  /** Of an emergency the officer released the share, and thereby decided. */
  private Optional<EmergencyRelease> release(GrantEvidence evidence, ProvenGrant grant)
      throws MessageRejectedException {
    if (!(evidence.consented().ledgerRecord().body() instanceof EmergencyOpenedBody opened)) {
      return Optional.empty();
    }
    Optional<EmergencyRelease> release =
        emergencies.releaseFor(
            grant.hospital(), opened, grant.request().doctor(), grant.notAfter());
    if (release.isEmpty()) {
      throw new MessageRejectedException("No share was released for this emergency.");
    }
    return release;
  }

  private void decide(GrantCase made, EmergencyRelease release) {
    made.inEmergency(release.emergency());
    Optional<RefusalReason> against = check.againstIssuing(made);
    if (against.isPresent()) {
      refuse(release.officer(), made, against.get());
    } else {
      issue(release.officer(), made);
    }
  }

  /** {@code sharing.withdrawn}: counts at once, and for a grant that comes later. */
  void withdrawn(ReceivedEnvelope envelope) throws MessageRejectedException {
    Senders.requireToSystemManager(envelope);
    LedgerRecord signed = WithdrawnMessage.decode(envelope.payload()).ledgerRecord();
    if (!(signed.body() instanceof ConsentWithdrawnBody body)) {
      throw new MessageRejectedException("The record is no withdrawal.");
    }
    Optional<GrantCase> known = register.take(body.grant());
    if (known.isPresent()) {
      GrantEvidence evidence = GrantEvidence.decode(known.get().evidence());
      Senders.require(
          known.get().hospital().equals(envelope.from()) && check.isByPatient(signed, evidence));
      known.get().withdrawn(clock.instant());
    }
    confirmDestruction(envelope.from(), body.grant(), signed.id());
    if (register.withdrawal(body.grant()).isEmpty()) {
      register.add(
          new Withdrawal(body.grant().hex(), envelope.from(), signed.encode(), clock.instant()));
    }
  }

  /** Signs that no key of the grant is kept here; one that comes later is not taken. */
  private void confirmDestruction(PartyCode hospital, Digest grant, Digest withdrawal) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    byte[] signature =
        keys.sign(PartyCode.SYSTEM_MANAGER, DestructionReceipt.toSign(grant, withdrawal, now));
    tell(
        hospital,
        DestructionReceipt.TYPE,
        new DestructionReceipt(grant, withdrawal, now, ByteString.of(signature)).encode());
  }

  /** The officer issues the key; it can be used once the chain has it. */
  public void issue(AccountId officer, Digest grant) {
    GrantCase taken = waiting(grant);
    Optional<RefusalReason> against = check.againstIssuing(taken);
    if (against.isPresent()) {
      throw new RefusedException(ErrorCode.KEY_NOT_ISSUABLE, "Reason: " + against.get() + ".");
    }
    issue(officer, taken);
  }

  /** Issues the key of a case that was checked. */
  void issue(AccountId officer, GrantCase taken) {
    Digest grant = Digest.ofHex(taken.id());
    DelegationKeys delegation = delegation(taken);
    LedgerRecord signed =
        records.bySystemManager(
            taken.hospital(), new KeyIssuedBody(grant, episode(taken), delegation.digest()));
    taken.issuing(signed.id().hex(), officer, clock.instant());
    chain.submit(PartyCode.SYSTEM_MANAGER, taken.hospital(), signed);
  }

  /** The officer refuses; the key is destroyed. */
  public void refuse(AccountId officer, Digest grant, RefusalReason reason) {
    refuse(officer, waiting(grant), reason);
  }

  private void refuse(AccountId officer, GrantCase taken, RefusalReason reason) {
    Digest grant = Digest.ofHex(taken.id());
    LedgerRecord signed =
        records.bySystemManager(
            taken.hospital(), AccessRefusedBody.ofGrant(grant, episode(taken), reason.name()));
    taken.refusing(signed.id().hex(), reason.name(), Optional.of(officer), clock.instant());
    chain.submit(PartyCode.SYSTEM_MANAGER, taken.hospital(), signed);
  }

  /** A decision is final on the chain. */
  void recorded(LedgerRecord signed, Inclusion inclusion) {
    register
        .caseDecidedBy(signed.id())
        .ifPresent(
            taken -> {
              if (taken.state() == CaseState.ISSUING) {
                taken.issued(clock.instant());
                tellIssued(taken, new OnChain(signed, inclusion));
              } else if (taken.state() == CaseState.REFUSING) {
                taken.refused(taken.reason().orElseThrow(), clock.instant());
                tellDenied(taken);
              }
            });
  }

  /** The chain did not take a decision: nothing is issued. */
  void notRecorded(LedgerRecord signed, String reason) {
    register
        .caseDecidedBy(signed.id())
        .filter(taken -> taken.state() == CaseState.ISSUING || taken.state() == CaseState.REFUSING)
        .ifPresent(
            taken -> {
              taken.refused(
                  taken.state() == CaseState.ISSUING ? reason : taken.reason().orElse(reason),
                  clock.instant());
              tellDenied(taken);
            });
  }

  /** R1 and R2 of a case. */
  DelegationKeys delegation(GrantCase taken) {
    return DelegationKeys.decode(
        keys.unprotect(
            PartyCode.SYSTEM_MANAGER,
            DelegationKeys.label(Digest.ofHex(taken.id())),
            taken.protectedKeys().orElseThrow()));
  }

  private DelegationKeys open(GrantMessage message, Digest grant) throws MessageRejectedException {
    try {
      DelegationKeys delegation =
          DelegationKeys.decode(
              keys.open(
                  PartyCode.SYSTEM_MANAGER,
                  DelegationKeys.sealingInfo(),
                  grant.bytes(),
                  message.sealedKeys().bytes()));
      crypto.reEncryption().decodeReEncryptionKey(delegation.reEncryptionKey().bytes());
      return delegation;
    } catch (DecryptionFailedException | MalformedEncodingException e) {
      throw new MessageRejectedException("The sealed keys are not of this grant.", e);
    }
  }

  private void tellIssued(GrantCase taken, OnChain issued) {
    byte[] message = new IssuedMessage(GrantEvidence.decode(taken.evidence()), issued).encode();
    tellBoth(taken, IssuedMessage.TYPE, message);
  }

  private void tellDenied(GrantCase taken) {
    byte[] message = new DeniedMessage(taken.request(), taken.reason().orElseThrow()).encode();
    tellBoth(taken, DeniedMessage.TYPE, message);
  }

  private void tellBoth(GrantCase taken, String type, byte[] message) {
    tell(taken.hospital(), type, message);
    if (!taken.askingHospital().equals(taken.hospital())) {
      tell(taken.askingHospital(), type, message);
    }
  }

  private void tell(PartyCode to, String type, byte[] message) {
    post.send(PartyCode.SYSTEM_MANAGER, to, type, message, Optional.empty());
  }

  private GrantCase waiting(Digest grant) {
    GrantCase taken =
        register.take(grant).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    if (taken.state() != CaseState.WAITING) {
      throw new RefusedException(ErrorCode.ALREADY_DECIDED);
    }
    return taken;
  }

  private static RecordId episode(GrantCase taken) {
    return RecordId.ofHex(taken.episode());
  }
}
