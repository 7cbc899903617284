package org.epione.forgetting.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.epione.forgetting.boundary.ForgettingState;
import org.epione.forgetting.entity.ForgettingCase;
import org.epione.forgetting.entity.ForgettingStep;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.Obstacle;
import org.epione.platform.erasure.PatientErasure;
import org.epione.team.boundary.EpisodeDirectory;
import org.epione.team.boundary.EpisodeFacts;

/**
 * Destroys what there is of a patient, step by step in the order of {@link Erased}. A step and its
 * row are of one transaction: a server that dies in between goes on where it was.
 */
@ApplicationScoped
public class Destruction {

  @EJB private EpisodeDirectory episodes;
  @Inject private Instance<PatientErasure> erasures;
  @Inject private ForgettingRegister register;
  @Inject private ForgettingTimes times;
  @Inject private Certification certification;

  /** With the release: the account is closed, so that nobody signs in as the patient any more. */
  void begin(ForgettingCase released) {
    carryOut(released, Erased.ACCOUNT);
    register.flush();
  }

  /** What has to end first. */
  Optional<Obstacle> obstacle(ForgettingCase of) {
    ForgottenPatient patient = patient(of);
    return erasures.stream().flatMap(each -> each.obstacle(patient).stream()).sorted().findFirst();
  }

  /**
   * Does what comes next.
   *
   * @return whether there may be more to do at once
   */
  boolean next(ForgettingCase taken) {
    if (taken.state() != ForgettingState.RELEASED) {
      return false;
    }
    Set<Erased> done = EnumSet.noneOf(Erased.class);
    register.steps(taken).forEach(each -> done.add(each.what()));
    Optional<Erased> next =
        Stream.of(Erased.values()).filter(each -> !done.contains(each)).findFirst();
    if (next.isEmpty()) {
      certification.certify(taken, patient(taken));
      return false;
    }
    // An episode that was being opened when the account was closed ends first.
    if (next.get() == Erased.KEYS && obstacle(taken).isPresent()) {
      return false;
    }
    carryOut(taken, next.get());
    return true;
  }

  private void carryOut(ForgettingCase taken, Erased what) {
    PatientErasure erasure =
        erasures.stream()
            .filter(each -> each.what() == what)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("nothing destroys " + what));
    int entries = erasure.erase(patient(taken));
    register.add(new ForgettingStep(taken.id(), what, entries, times.now()));
  }

  /** The patient, with the episodes that she has now. */
  ForgottenPatient patient(ForgettingCase of) {
    return new ForgottenPatient(
        of.hospital(),
        of.account(),
        episodes.ofPatient(of.account()).stream()
            .filter(each -> each.hospital().equals(of.hospital()))
            .map(EpisodeFacts::episode)
            .map(each -> each.hex())
            .toList());
  }
}
