package org.epione.platform.erasure;

import java.util.List;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * The patient who is forgotten, as one hospital registered her.
 *
 * @param episodes the ids of all her episodes there, 16 bytes in hexadecimal each
 */
public record ForgottenPatient(PartyCode hospital, AccountId account, List<String> episodes) {

  /** Copies the list. */
  public ForgottenPatient {
    episodes = List.copyOf(episodes);
  }
}
