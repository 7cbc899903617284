package org.epione.forgetting.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.forgetting.entity.ForgettingCase;
import org.epione.party.boundary.Post;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.PatientErasure;
import org.epione.platform.identity.PartyCode;

/** Orders the system manager to destroy what it holds for the patient. */
@ApplicationScoped
public class HeldElsewhere implements PatientErasure {

  @EJB private Post post;
  @Inject private ForgettingRegister register;
  @Inject private ForgettingTimes times;

  @Override
  public Erased what() {
    return Erased.HELD_ELSEWHERE;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    ForgettingCase goesOn = register.takeWaiting(patient.account()).orElseThrow();
    byte[] order = OrderMessage.of(patient, times.now()).encode();
    goesOn.ordered(Digest.of(order));
    post.send(
        patient.hospital(), PartyCode.SYSTEM_MANAGER, OrderMessage.TYPE, order, Optional.empty());
    return 0;
  }
}
