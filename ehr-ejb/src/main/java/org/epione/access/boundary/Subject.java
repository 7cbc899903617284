package org.epione.access.boundary;

import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * What an act is about.
 *
 * @param id the feature's identity of it, at most 64 characters; never a name, birth date or other
 *     data of a patient
 * @param party the party that keeps it
 */
public record Subject(SubjectKind kind, String id, PartyCode party) {

  public Subject {
    if (id.isEmpty() || id.length() > 64) {
      throw new IllegalArgumentException("a subject needs an id of 1 to 64 characters");
    }
  }

  /** A person's account. */
  public static Subject of(AccountId account, PartyCode party) {
    return new Subject(SubjectKind.ACCOUNT, account.toString(), party);
  }

  /** A party as a whole. */
  public static Subject of(PartyCode party) {
    return new Subject(SubjectKind.PARTY, party.value(), party);
  }
}
