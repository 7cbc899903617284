package org.epione.opinion.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.epione.crypto.codec.ByteString;
import org.epione.keychange.boundary.EarlierKeys;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Delegate;
import org.epione.platform.identity.AccountId;

/**
 * While a doctor has agreed to give an opinion elsewhere, any of her keys may be that of her place:
 * only the chain of the other hospital knows which.
 */
@ApplicationScoped
public class EarlierAgreements implements EarlierKeys {

  @Inject private OpinionStore opinions;

  @Override
  public Set<ByteString> needed(AccountId account, ChainState chain, Delegate doctor) {
    return opinions.accepted(account.toString()).isEmpty()
        ? Set.of()
        : Set.copyOf(doctor.signingKeys());
  }
}
