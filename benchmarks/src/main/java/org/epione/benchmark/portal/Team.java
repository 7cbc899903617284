package org.epione.benchmark.portal;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.epione.demo.client.DoctorDesk;
import org.epione.demo.client.PatientDesk;
import org.epione.demo.client.RegistrarDesk;
import org.epione.demo.client.Waiting;

/**
 * Doctors who treat one patient again and again: each episode is opened by the registrar, the
 * patient signs the warrants, each doctor reads what those before wrote, and signs, and the record
 * becomes final. Everything between people goes by messages.
 *
 * @param doctorIds of the doctors, in the same order
 */
record Team(
    RegistrarDesk registrar,
    String patientId,
    PatientDesk patient,
    List<String> doctorIds,
    List<DoctorDesk> doctors,
    Waiting waiting) {

  private static final String WHERE = "the portal's failed messages";

  /** One episode. */
  void treat() {
    String episode = registrar.open(patientId, "Headache", "R51", doctorIds).id();
    await("the warrants", () -> patient.warrantsToSign().contains(episode));
    patient.signWarrants(episode, Clinicians.PASSPHRASE);
    for (DoctorDesk doctor : doctors) {
      await("a turn", () -> doctor.turn(episode).filter(DoctorDesk.Turn::ready).isPresent());
      doctor.before(episode);
      doctor.sign(episode, "Nothing that needs treatment.", Clinicians.PASSPHRASE);
    }
    await("the final record", () -> registrar.episode(episode).complete());
  }

  private void await(String what, BooleanSupplier isThere) {
    waiting.untilTrue(what, WHERE, isThere::getAsBoolean);
  }
}
