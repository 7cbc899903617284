package org.epione.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.epione.account.boundary.AccountState;
import org.epione.account.boundary.Role;
import org.jspecify.annotations.Nullable;

/** A person who can sign in, or will be able to. */
@Entity
@Table(name = "account")
@NamedQuery(
    name = "Account.ofUserName",
    query = "select a from Account a where a.userName = :userName")
@NamedQuery(
    name = "Account.ofPerson",
    query =
        "select a from Account a where a.party = :party and a.role = :role"
            + " and a.personReference = :person")
@NamedQuery(
    name = "Account.ofParty",
    query = "select a from Account a where a.party = :party and a.role = :role")
@NamedQuery(
    name = "Account.countActive",
    query = "select count(a) from Account a where a.role = :role and a.state = :state")
public class Account {

  @Id
  @Column(length = 36)
  private String id;

  @Column(name = "user_name", length = 64)
  private @Nullable String userName;

  @Column(name = "sealed_name", nullable = false)
  private byte[] sealedName;

  @Enumerated(EnumType.STRING)
  @Column(name = "role_name", nullable = false, length = 32)
  private Role role;

  @Column(nullable = false, length = 32)
  private String party;

  @Column(name = "person_reference", nullable = false, length = 64)
  private String personReference;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private AccountState state;

  @Column(nullable = false)
  private Instant created;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Account() {}

  /** An account that waits for its person. */
  public Account(
      String id, byte[] sealedName, Role role, String party, String personReference, Instant now) {
    this.id = id;
    this.sealedName = sealedName;
    this.role = role;
    this.party = party;
    this.personReference = personReference;
    this.state = AccountState.INVITED;
    this.created = now;
  }

  /** The person has come. */
  public void activate(String chosenUserName) {
    userName = chosenUserName;
    state = AccountState.ACTIVE;
  }

  /** The person is forgotten. */
  public void forget(byte[] newSealedName) {
    userName = null;
    sealedName = newSealedName;
    state = AccountState.FORGOTTEN;
  }

  /** Sets the shown name. */
  public void rename(byte[] newSealedName) {
    sealedName = newSealedName;
  }

  public String id() {
    return id;
  }

  public @Nullable String userName() {
    return userName;
  }

  public byte[] sealedName() {
    return sealedName;
  }

  public Role role() {
    return role;
  }

  public String party() {
    return party;
  }

  public String personReference() {
    return personReference;
  }

  public AccountState state() {
    return state;
  }

  /** When it was made. */
  public Instant created() {
    return created;
  }
}
