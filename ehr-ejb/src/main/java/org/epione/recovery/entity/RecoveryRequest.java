package org.epione.recovery.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.epione.account.boundary.KnownAccount;
import org.epione.account.boundary.Role;
import org.epione.crypto.codec.ByteString;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.recovery.boundary.RecoveryState;
import org.jspecify.annotations.Nullable;

/**
 * A lost password at the hospital. A name that nobody has gets a row as well, so that asking takes
 * as long; such rows go when they expire.
 */
@Entity
@Table(name = "recovery_request")
@NamedQuery(
    name = "RecoveryRequest.ofSubject",
    query =
        "select r from RecoveryRequest r where r.subject = :subject and r.state in :states"
            + " and r.expires > :now")
@NamedQuery(
    name = "RecoveryRequest.ofAccount",
    query = "select r from RecoveryRequest r where r.account = :account and r.state in :states")
@NamedQuery(
    name = "RecoveryRequest.ofFingerprints",
    query = "select r from RecoveryRequest r where r.fingerprint in :fingerprints")
@NamedQuery(
    name = "RecoveryRequest.ofParty",
    query =
        "select r from RecoveryRequest r where r.party = :party and r.role in :roles"
            + " order by r.asked desc")
@NamedQuery(
    name = "RecoveryRequest.countWaiting",
    query =
        "select count(r) from RecoveryRequest r where r.party = :party and r.role in :roles"
            + " and r.state = :state and r.expires > :now")
@NamedQuery(
    name = "RecoveryRequest.overdue",
    query = "select r from RecoveryRequest r where r.state in :states and r.expires <= :now")
public class RecoveryRequest {

  @Id
  @Column(length = 32)
  private String id;

  @Column(nullable = false, length = 80)
  private String subject;

  @Column(length = 36)
  private @Nullable String account;

  @Column(length = 32)
  private @Nullable String party;

  @Enumerated(EnumType.STRING)
  @Column(name = "role_name", length = 32)
  private @Nullable Role role;

  @Enumerated(EnumType.STRING)
  @Column(name = "request_state", nullable = false, length = 16)
  private RecoveryState state;

  @Column(nullable = false)
  private Instant asked;

  @Column(nullable = false)
  private Instant expires;

  @Column(nullable = false)
  private Instant changed;

  @Column(name = "decided_by", length = 36)
  private @Nullable String decidedBy;

  @Column(name = "protected_reason")
  private byte @Nullable [] protectedReason;

  @Column(name = "protected_answer")
  private byte @Nullable [] protectedAnswer;

  @Column(length = 64)
  private @Nullable String fingerprint;

  @Column(name = "recovery_public")
  private byte @Nullable [] recoveryPublic;

  @Column(name = "protected_secret")
  private byte @Nullable [] protectedSecret;

  @Column(name = "released_share")
  private byte @Nullable [] releasedShare;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected RecoveryRequest() {}

  /** Somebody says that a password is lost. */
  public RecoveryRequest(
      String id, String subject, Optional<KnownAccount> account, Instant now, Instant expires) {
    this.id = id;
    this.subject = subject;
    this.account = account.map(each -> each.id().toString()).orElse(null);
    this.party = account.map(each -> each.party().value()).orElse(null);
    this.role = account.map(KnownAccount::role).orElse(null);
    this.state = RecoveryState.ASKED;
    this.asked = now;
    this.changed = now;
    this.expires = expires;
  }

  /** The hospital approves. */
  public void approve(
      AccountId by, byte[] newProtectedReason, String newFingerprint, Instant now, Instant until) {
    move(RecoveryState.APPROVED, now);
    decidedBy = by.toString();
    protectedReason = newProtectedReason;
    fingerprint = newFingerprint;
    expires = until;
  }

  /** The key of this recovery. */
  public void setKey(byte[] newPublic, byte[] newProtectedSecret) {
    recoveryPublic = newPublic;
    protectedSecret = newProtectedSecret;
  }

  /** The hospital refuses. */
  public void refuse(AccountId by, byte[] newProtectedReason, Instant now) {
    end(RecoveryState.REFUSED, now);
    decidedBy = by.toString();
    protectedReason = newProtectedReason;
  }

  /** The system manager answers: with its share, or without. */
  public void answer(Optional<ByteString> share, byte[] newProtectedAnswer, Instant now) {
    if (share.isPresent()) {
      move(RecoveryState.RELEASED, now);
      releasedShare = share.get().bytes();
    } else {
      end(RecoveryState.WITHHELD, now);
    }
    protectedAnswer = newProtectedAnswer;
  }

  /** It is over: code, key and share are gone. */
  public void end(RecoveryState how, Instant now) {
    move(how, now);
    fingerprint = null;
    recoveryPublic = null;
    protectedSecret = null;
    releasedShare = null;
  }

  private void move(RecoveryState next, Instant now) {
    state = next;
    changed = now;
  }

  /** Whether something can come of it now. */
  public boolean isOpen(Instant now) {
    return state.isOpen() && expires.isAfter(now);
  }

  /** Where it stands now, though no timer has looked yet. */
  public RecoveryState state(Instant now) {
    return state.isOpen() && !isOpen(now) ? RecoveryState.EXPIRED : state;
  }

  public RecoveryState state() {
    return state;
  }

  public String id() {
    return id;
  }

  /** Whether the name that was given is nobody's. */
  public boolean isOfNobody() {
    return account == null;
  }

  public AccountId account() {
    return AccountId.of(Objects.requireNonNull(account));
  }

  public PartyCode party() {
    return new PartyCode(Objects.requireNonNull(party));
  }

  public Role role() {
    return Objects.requireNonNull(role);
  }

  public Instant asked() {
    return asked;
  }

  public Instant expires() {
    return expires;
  }

  public Instant changed() {
    return changed;
  }

  public Optional<AccountId> decidedBy() {
    return Optional.ofNullable(decidedBy).map(AccountId::of);
  }

  public Optional<byte[]> protectedReason() {
    return Optional.ofNullable(protectedReason);
  }

  public Optional<byte[]> protectedAnswer() {
    return Optional.ofNullable(protectedAnswer);
  }

  public byte[] recoveryPublic() {
    return Objects.requireNonNull(recoveryPublic);
  }

  public ByteString protectedSecret() {
    return ByteString.of(Objects.requireNonNull(protectedSecret));
  }

  public ByteString releasedShare() {
    return ByteString.of(Objects.requireNonNull(releasedShare));
  }
}
