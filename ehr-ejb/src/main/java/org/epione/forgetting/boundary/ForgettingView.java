package org.epione.forgetting.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.platform.erasure.Obstacle;

/**
 * How it stands, for the hospital.
 *
 * @param id 16 bytes in hexadecimal; also the number of the certificate
 * @param number the patient's with the hospital; empty once her registration is destroyed
 * @param name of the patient; empty once destroyed
 * @param byPatient whether she asked herself, with her password
 * @param startedBy who started it for the hospital; empty where she did
 * @param reason as she or the registrar wrote it; texts go with the last step
 * @param earliest when it can be released
 * @param examinedBy name of the registrar
 * @param decidedBy name of who released or refused
 * @param own whether the caller had a hand in it
 * @param held whether a legal hold is on it now
 * @param obstacle what has to end first
 * @param steps all of them, in their order
 * @param receipt when the system manager destroyed what it held, as it signed
 * @param ended when it was certified, taken back or refused
 */
public record ForgettingView(
    String id,
    String number,
    String name,
    ForgettingState state,
    boolean byPatient,
    String startedBy,
    String reason,
    Instant asked,
    Instant earliest,
    String examinedBy,
    Optional<Instant> examined,
    String finding,
    String decidedBy,
    Optional<Instant> decided,
    String answer,
    boolean own,
    boolean held,
    Optional<Obstacle> obstacle,
    List<ErasedView> steps,
    Optional<Instant> receipt,
    Optional<Instant> ended) {

  /** Copies the list. */
  public ForgettingView {
    steps = List.copyOf(steps);
  }

  /** How many steps are done. */
  public long done() {
    return steps.stream().filter(each -> each.done().isPresent()).count();
  }

  /** Without what is in it. */
  @Override
  public String toString() {
    return "ForgettingView[" + id + "]";
  }
}
