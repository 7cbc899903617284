package org.epione.web.enrolment;

import java.io.Serializable;
import org.epione.enrolment.boundary.AdministrativeSex;
import org.epione.enrolment.boundary.PatientDetails;
import org.epione.enrolment.boundary.PatientView;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/** The fields of the form of a patient; an empty field arrives as null. */
public class PatientInput implements Serializable {

  private static final long serialVersionUID = 1L;

  private String authority = "";
  private String number = "";
  private String familyName = "";
  private String givenName = "";
  private String birthDate = "";
  private AdministrativeSex sex = AdministrativeSex.UNKNOWN;
  private String street = "";
  private String city = "";
  private String state = "";
  private String postalCode = "";
  private String country = "";
  private String phone = "";
  private String account = "";
  private long version;

  static PatientInput of(PatientView patient) {
    PatientInput input = new PatientInput();
    input.authority = patient.number().authority();
    input.number = patient.number().value();
    input.familyName = patient.familyName();
    input.givenName = patient.givenName();
    input.birthDate = patient.birthDate();
    input.sex = patient.sex();
    input.street = patient.address().street();
    input.city = patient.address().city();
    input.state = patient.address().state();
    input.postalCode = patient.address().postalCode();
    input.country = patient.address().country();
    input.phone = patient.phone();
    input.account = patient.account().name();
    input.version = patient.version();
    return input;
  }

  PatientDetails details() {
    return new PatientDetails(
        authority,
        number,
        familyName,
        givenName,
        birthDate,
        sex,
        new PatientForm.AddressJson(street, city, state, postalCode, country).checked(),
        phone);
  }

  long version() {
    return version;
  }

  /** Where the account of a registered patient stands. */
  public String getAccount() {
    return account;
  }

  public String getAuthority() {
    return authority;
  }

  public void setAuthority(@Nullable String authority) {
    this.authority = Input.text(authority);
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(@Nullable String number) {
    this.number = Input.text(number);
  }

  public String getFamilyName() {
    return familyName;
  }

  public void setFamilyName(@Nullable String familyName) {
    this.familyName = Input.text(familyName);
  }

  public String getGivenName() {
    return givenName;
  }

  public void setGivenName(@Nullable String givenName) {
    this.givenName = Input.text(givenName);
  }

  public String getBirthDate() {
    return birthDate;
  }

  public void setBirthDate(@Nullable String birthDate) {
    this.birthDate = Input.text(birthDate);
  }

  public String getStreet() {
    return street;
  }

  public void setStreet(@Nullable String street) {
    this.street = Input.text(street);
  }

  public String getCity() {
    return city;
  }

  public void setCity(@Nullable String city) {
    this.city = Input.text(city);
  }

  public String getState() {
    return state;
  }

  public void setState(@Nullable String state) {
    this.state = Input.text(state);
  }

  public String getPostalCode() {
    return postalCode;
  }

  public void setPostalCode(@Nullable String postalCode) {
    this.postalCode = Input.text(postalCode);
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(@Nullable String country) {
    this.country = Input.text(country);
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(@Nullable String phone) {
    this.phone = Input.text(phone);
  }

  public AdministrativeSex getSex() {
    return sex;
  }

  public void setSex(AdministrativeSex sex) {
    this.sex = sex;
  }
}
