package org.epione.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.Optional;
import org.epione.custody.boundary.KeySession;

/**
 * Signing in and out. Failures are counted per account and per source, delayed, then locked. A
 * wrong password and an unknown account take the same time and get the same answer.
 */
@Stateless
@PermitAll
public class SignIn {

  /**
   * Signs a person in and opens her keys.
   *
   * @param source where the request came from (address), for counting
   * @param password wiped by the caller
   * @return empty when refused, whatever the reason
   */
  public Optional<SignedIn> signIn(String source, String userName, char[] password) {
    throw new UnsupportedOperationException();
  }

  /** Closes the person's keys. */
  public void signOut(KeySession keys) {
    throw new UnsupportedOperationException();
  }
}
