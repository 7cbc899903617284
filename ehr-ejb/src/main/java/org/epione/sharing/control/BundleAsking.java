package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.account.boundary.Caller;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.sharing.boundary.BundleForm;

/** A doctor asks for several records of one hospital, within her limits. */
@ApplicationScoped
public class BundleAsking {

  @Inject private RequestFormCheck forms;
  @Inject private BundleLimits limits;
  @Inject private AskingHospital hospital;

  /**
   * Checks the form, signs and sends.
   *
   * @return what names the act
   * @throws org.epione.platform.error.RefusedException EHR-1004 for a form that cannot be, EHR-4841
   *     while too much of hers waits
   */
  public Digest ask(Caller doctor, BundleForm form, char[] password) throws WrongPasswordException {
    RequestFormCheck.CheckedBundle checked = forms.check(form);
    limits.requireRoom(doctor.accountId());
    return hospital.askTogether(doctor, checked.hospital(), checked.records(), password);
  }
}
