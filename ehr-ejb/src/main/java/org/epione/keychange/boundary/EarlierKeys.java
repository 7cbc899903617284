package org.epione.keychange.boundary;

import java.util.Set;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Delegate;
import org.epione.platform.identity.AccountId;

/**
 * What other features know of a doctor's work that has to be finished with a key that she had
 * before. Implementations are {@code @ApplicationScoped} beans.
 */
public interface EarlierKeys {

  /**
   * Those of her keys before that are still needed.
   *
   * @param account whose
   * @param chain of her hospital
   * @param doctor as that chain knows her
   * @return BLS keys, 96 bytes each
   */
  Set<ByteString> needed(AccountId account, ChainState chain, Delegate doctor);
}
