package org.epione.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.epione.account.boundary.AccountEventKind;
import org.epione.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;

/** Something that happened to the protection of an account. Only whether it was seen changes. */
@Entity
@Table(name = "account_event")
@NamedQuery(
    name = "AccountEvent.ofAccount",
    query = "select e from AccountEvent e where e.account = :account order by e.id desc")
public class AccountEvent {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_event_seq")
  @SequenceGenerator(
      name = "account_event_seq",
      sequenceName = "account_event_seq",
      allocationSize = 1)
  private long id;

  @Column(nullable = false, updatable = false, length = 36)
  private String account;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 32)
  private AccountEventKind kind;

  @Column(nullable = false, updatable = false)
  private Instant occurred;

  @Column(name = "by_account", nullable = false, updatable = false, length = 36)
  private String by;

  @Column(updatable = false, length = 36)
  private @Nullable String about;

  @Column(nullable = false)
  private boolean seen;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected AccountEvent() {}

  /**
   * What happened now.
   *
   * @param about the minor whom it is about, of a guardian's notice
   */
  public AccountEvent(
      AccountId account,
      AccountEventKind kind,
      AccountId by,
      Optional<AccountId> about,
      Instant now) {
    this.account = account.toString();
    this.kind = kind;
    this.occurred = now;
    this.by = by.toString();
    this.about = about.map(AccountId::toString).orElse(null);
  }

  /** The person knows. */
  public void seen() {
    seen = true;
  }

  /** Whether the person has still to be told. */
  public boolean isNotice() {
    return kind.isNotice() && !seen;
  }

  public AccountId account() {
    return AccountId.of(account);
  }

  public AccountEventKind kind() {
    return kind;
  }

  public Instant occurred() {
    return occurred;
  }

  /** The minor whom it is about; empty where it is about the account itself. */
  public Optional<AccountId> about() {
    return Optional.ofNullable(about).map(AccountId::of);
  }

  /** The account of who did it. */
  public AccountId by() {
    return AccountId.of(by);
  }
}
