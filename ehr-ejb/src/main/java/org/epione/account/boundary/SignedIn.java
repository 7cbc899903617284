package org.epione.account.boundary;

import org.epione.custody.boundary.KeySession;

/**
 * A person who has just proven her password. The caller principal's name is the account id's text.
 *
 * @param missing what is still asked for; before a code has been given, nobody may act by this
 */
public record SignedIn(Caller caller, KeySession keys, Missing missing) {

  /** The same when nothing is missing any more. */
  public SignedIn complete() {
    return new SignedIn(caller, keys, Missing.NOTHING);
  }
}
