package org.epione.enrolment.boundary;

import java.time.Instant;
import org.epione.account.boundary.AccountState;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * A patient as registrars see her. Texts that are not known are empty.
 *
 * @param birthDate as {@link BirthDate#iso}
 * @param account where her account stands
 * @param version of the row, to be given back with a change
 */
public record PatientView(
    PatientId id,
    PartyCode hospital,
    AccountId accountId,
    PatientNumber number,
    String familyName,
    String givenName,
    String birthDate,
    AdministrativeSex sex,
    PostalAddress address,
    String phone,
    AccountState account,
    Instant registered,
    long version) {

  /** The longest family or given name. */
  public static final int MAX_NAME = 120;

  /** The longest phone number. */
  public static final int MAX_PHONE = 40;

  /** Family name, given name. */
  public String displayName() {
    return givenName.isEmpty() ? familyName : familyName + ", " + givenName;
  }

  /** Without her data. */
  @Override
  public String toString() {
    return "PatientView[" + id + "]";
  }
}
