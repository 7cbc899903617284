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
import java.util.Optional;
import org.epione.account.boundary.Role;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.recovery.boundary.CaseState;
import org.jspecify.annotations.Nullable;

/** A recovery at the system manager. */
@Entity
@Table(name = "recovery_case")
@NamedQuery(
    name = "RecoveryCase.latest",
    query = "select c from RecoveryCase c order by c.approved desc")
@NamedQuery(
    name = "RecoveryCase.forget",
    query = "delete from RecoveryCase c where c.hospital = :hospital and c.account = :account")
@NamedQuery(
    name = "RecoveryCase.countWaiting",
    query = "select count(c) from RecoveryCase c where c.state = :state and c.expires > :now")
public class RecoveryCase {

  @Id
  @Column(length = 32)
  private String id;

  @Column(nullable = false, updatable = false, length = 32)
  private String hospital;

  @Column(nullable = false, updatable = false, length = 36)
  private String account;

  @Enumerated(EnumType.STRING)
  @Column(name = "role_name", nullable = false, updatable = false, length = 32)
  private Role role;

  @Column(nullable = false, updatable = false)
  private long epoch;

  @Column(name = "approver", nullable = false, updatable = false, length = 36)
  private String approver;

  @Column(name = "recovery_public", nullable = false, updatable = false)
  private byte[] recoveryPublic;

  @Column(name = "protected_text", nullable = false, updatable = false)
  private byte[] protectedText;

  @Column(nullable = false, updatable = false)
  private Instant approved;

  @Column(nullable = false, updatable = false)
  private Instant expires;

  @Enumerated(EnumType.STRING)
  @Column(name = "case_state", nullable = false, length = 16)
  private CaseState state;

  @Column(length = 36)
  private @Nullable String officer;

  @Column(name = "protected_answer")
  private byte @Nullable [] protectedAnswer;

  private @Nullable Instant decided;

  private @Nullable Instant ended;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected RecoveryCase() {}

  /** A recovery that a hospital has approved. */
  public RecoveryCase(
      String id,
      PartyCode hospital,
      AccountId account,
      Role role,
      long epoch,
      AccountId approver,
      byte[] recoveryPublic,
      byte[] protectedText,
      Instant approved,
      Instant expires) {
    this.id = id;
    this.hospital = hospital.value();
    this.account = account.toString();
    this.role = role;
    this.epoch = epoch;
    this.approver = approver.toString();
    this.recoveryPublic = recoveryPublic.clone();
    this.protectedText = protectedText.clone();
    this.approved = approved;
    this.expires = expires;
    this.state = CaseState.WAITING;
  }

  /** The system manager decides. */
  public void decide(CaseState how, AccountId by, byte[] newProtectedAnswer, Instant now) {
    state = how;
    officer = by.toString();
    protectedAnswer = newProtectedAnswer;
    decided = now;
  }

  /** The hospital says what became of it. */
  public void end(CaseState how, Instant now) {
    state = how;
    ended = now;
  }

  /** Where it stands now. */
  public CaseState state(Instant now) {
    return state.isOpen() && !expires.isAfter(now) ? CaseState.EXPIRED : state;
  }

  public CaseState state() {
    return state;
  }

  public String id() {
    return id;
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  public AccountId account() {
    return AccountId.of(account);
  }

  public Role role() {
    return role;
  }

  public long epoch() {
    return epoch;
  }

  public AccountId approver() {
    return AccountId.of(approver);
  }

  public byte[] recoveryPublic() {
    return recoveryPublic;
  }

  public byte[] protectedText() {
    return protectedText;
  }

  public Instant approved() {
    return approved;
  }

  public Instant expires() {
    return expires;
  }

  public Optional<AccountId> officer() {
    return Optional.ofNullable(officer).map(AccountId::of);
  }

  public Optional<byte[]> protectedAnswer() {
    return Optional.ofNullable(protectedAnswer);
  }

  public Optional<Instant> decided() {
    return Optional.ofNullable(decided);
  }

  public Optional<Instant> ended() {
    return Optional.ofNullable(ended);
  }
}
