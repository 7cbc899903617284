package org.epione.forgetting.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.epione.account.boundary.Caller;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.identity.PartyCode;

/** What people write about forgetting and holding, under the hospital's own key. */
@ApplicationScoped
public class ForgettingTexts {

  private static final String TOPIC = "forgetting";

  @EJB private SealedTexts texts;

  /**
   * What the caller gives as a reason.
   *
   * @throws org.epione.platform.error.RefusedException EHR-3012 when it is empty or too long
   */
  byte[] protect(Caller by, String id, String reason) {
    return texts.protect(TOPIC, by.party(), id, texts.of(by.displayName(), reason));
  }

  /** Nothing that anybody wrote. */
  byte[] nothing(PartyCode hospital, String id) {
    return texts.protect(TOPIC, hospital, id, Written.NOTHING);
  }

  Written open(PartyCode hospital, String id, byte[] kept) {
    return texts.unprotect(TOPIC, hospital, id, kept);
  }
}
