package org.epione.custody.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.platform.identity.AccountId;

/** Destroys the signing keys that are not kept any more, whatever becomes of the act. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SigningKeyUpkeep {

  @Inject private SigningKeys keys;

  /** Destroys them with the person key, in a transaction of its own. */
  public void destroyUnkept(AccountId account, AeadKey personKey) {
    keys.destroyUnkept(account, personKey);
  }
}
