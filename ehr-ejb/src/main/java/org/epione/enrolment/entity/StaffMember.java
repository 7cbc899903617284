package org.epione.enrolment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.epione.account.boundary.Role;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** A person who works for a party: registrar, doctor, administrator, auditor. */
@Entity
@Table(name = "staff_member")
@NamedQuery(
    name = "StaffMember.ofParty",
    query =
        "select s from StaffMember s where s.party = :party and s.role in :roles"
            + " order by s.displayName, s.id")
@NamedQuery(
    name = "StaffMember.byAccount",
    query = "select s from StaffMember s where s.account = :account")
public class StaffMember {

  @Id
  @Column(length = 36)
  private String id;

  @Column(nullable = false, length = 32)
  private String party;

  @Enumerated(EnumType.STRING)
  @Column(name = "role_name", nullable = false, length = 32)
  private Role role;

  @Column(nullable = false, length = 36)
  private String account;

  @Column(name = "display_name", nullable = false, length = 200)
  private String displayName;

  @Column(nullable = false, length = 120)
  private String specialty;

  @Column(nullable = false)
  private Instant invited;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected StaffMember() {}

  /** Someone who was just invited. */
  public StaffMember(
      String id,
      PartyCode party,
      Role role,
      AccountId account,
      String displayName,
      String specialty,
      Instant now) {
    this.id = id;
    this.party = party.value();
    this.role = role;
    this.account = account.toString();
    this.displayName = displayName;
    this.specialty = specialty;
    this.invited = now;
  }

  public String id() {
    return id;
  }

  public PartyCode party() {
    return new PartyCode(party);
  }

  public Role role() {
    return role;
  }

  public AccountId account() {
    return AccountId.of(account);
  }

  public String displayName() {
    return displayName;
  }

  public String specialty() {
    return specialty;
  }

  public Instant invited() {
    return invited;
  }
}
