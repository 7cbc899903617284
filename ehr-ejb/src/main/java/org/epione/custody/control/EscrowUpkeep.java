package org.epione.custody.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.platform.identity.AccountId;

/** Makes the escrow that is missing, for accounts that are older than escrows. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EscrowUpkeep {

  @Inject private PersonVault vault;

  /** Makes it with the person key, in a transaction of its own. */
  public void complete(AccountId account, AeadKey personKey) {
    vault.completeEscrow(account, personKey);
  }
}
