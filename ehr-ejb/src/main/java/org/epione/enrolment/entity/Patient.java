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
import org.epione.enrolment.boundary.AdministrativeSex;
import org.epione.enrolment.boundary.PatientId;
import org.epione.enrolment.boundary.PatientNumber;
import org.epione.enrolment.boundary.PostalAddress;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** A person registered with one hospital. Texts that are not known are empty. */
@Entity
@Table(name = "patient")
@NamedQuery(
    name = "Patient.byNumber",
    query =
        "select p from Patient p where p.hospital = :hospital"
            + " and p.numberAuthority = :authority and p.numberText = :number")
@NamedQuery(
    name = "Patient.ofNumber",
    query =
        "select p from Patient p where p.hospital = :hospital and p.numberText = :number"
            + " order by p.registered")
@NamedQuery(
    name = "Patient.samePerson",
    query =
        "select p from Patient p where p.hospital = :hospital and p.searchName = :name"
            + " and p.birthDate = :birthDate order by p.registered")
@NamedQuery(
    name = "Patient.byAccount",
    query = "select p from Patient p where p.account = :account")
public class Patient {

  @Id
  @Column(length = 36)
  private String id;

  @Column(nullable = false, length = 32)
  private String hospital;

  @Column(nullable = false, length = 36)
  private String account;

  @Column(name = "number_authority", nullable = false, length = 80)
  private String numberAuthority;

  @Column(name = "number_text", nullable = false, length = 80)
  private String numberText;

  @Column(name = "family_name", nullable = false, length = 120)
  private String familyName = "";

  @Column(name = "given_name", nullable = false, length = 120)
  private String givenName = "";

  @Column(name = "search_name", nullable = false, length = 260)
  private String searchName = "";

  @Column(name = "birth_date", nullable = false, length = 10)
  private String birthDate = "";

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 8)
  private AdministrativeSex sex = AdministrativeSex.UNKNOWN;

  @Column(nullable = false, length = 120)
  private String street = "";

  @Column(nullable = false, length = 120)
  private String city = "";

  @Column(name = "state_name", nullable = false, length = 120)
  private String stateName = "";

  @Column(name = "postal_code", nullable = false, length = 120)
  private String postalCode = "";

  @Column(nullable = false, length = 120)
  private String country = "";

  @Column(nullable = false, length = 40)
  private String phone = "";

  @Column(nullable = false)
  private Instant registered;

  @Column(nullable = false)
  private Instant changed;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Patient() {}

  /** A patient of a hospital, with an account that was made for her; data follow by setters. */
  public Patient(
      PatientId id, PartyCode hospital, AccountId account, PatientNumber number, Instant now) {
    this.id = id.toString();
    this.hospital = hospital.value();
    this.account = account.toString();
    this.numberAuthority = number.authority();
    this.numberText = number.value();
    this.registered = now;
    this.changed = now;
  }

  public PatientId id() {
    return PatientId.of(id);
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  public AccountId account() {
    return AccountId.of(account);
  }

  public PatientNumber number() {
    return new PatientNumber(numberAuthority, numberText);
  }

  /** Another number, for example after a mistake at registration. */
  public void renumber(PatientNumber number) {
    numberAuthority = number.authority();
    numberText = number.value();
  }

  public String familyName() {
    return familyName;
  }

  public String givenName() {
    return givenName;
  }

  /**
   * Another name.
   *
   * @param search the same name as {@code SearchName} writes it
   */
  public void rename(String family, String given, String search) {
    familyName = family;
    givenName = given;
    searchName = search;
  }

  /** As {@code BirthDate.iso}, or empty. */
  public String birthDate() {
    return birthDate;
  }

  public void bornOn(String iso) {
    birthDate = iso;
  }

  public AdministrativeSex sex() {
    return sex;
  }

  public void sex(AdministrativeSex other) {
    sex = other;
  }

  public PostalAddress address() {
    return new PostalAddress(street, city, stateName, postalCode, country);
  }

  public void livesAt(PostalAddress address) {
    street = address.street();
    city = address.city();
    stateName = address.state();
    postalCode = address.postalCode();
    country = address.country();
  }

  public String phone() {
    return phone;
  }

  public void phone(String number) {
    phone = number;
  }

  public Instant registered() {
    return registered;
  }

  public void changedAt(Instant now) {
    changed = now;
  }

  public long version() {
    return version;
  }
}
