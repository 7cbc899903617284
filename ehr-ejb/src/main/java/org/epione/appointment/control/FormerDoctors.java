package org.epione.appointment.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Doctors' appointment passwords, each looked at in a transaction of its own. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FormerDoctors {

  @Inject private VerifierBook verifiers;

  /** The accounts of the doctors who have one. */
  public List<String> withPassword() {
    return verifiers.ofDoctors();
  }

  /**
   * Destroys the verifier of that doctor if she has left or was expelled; it stays where that
   * cannot be read.
   */
  public void forget(String account) {
    verifiers.forgetIfFormer(account);
  }
}
