package org.epione.disclosure.boundary;

import java.time.Instant;
import java.util.Optional;
import org.epione.sharing.boundary.Purpose;

/**
 * One thing that somebody did or wanted to do with a patient's records.
 *
 * @param id names it among the patient's: the record's id on the chain, in hex, or {@code a} and
 *     the number of the hospital's entry
 * @param at when; the first time where there were several
 * @param what name of the record's type or of the act
 * @param name who; empty for the patient
 * @param role in which the person acted
 * @param hospital name of the hospital or other party of that person
 * @param episode id of the episode, in hex; empty for the patient's entry or account
 * @param reference the episode's reference for people; empty where there is no episode
 * @param consentAt when the patient consented, where that is the basis
 * @param height of the block, where it is on the chain
 * @param allowed false for what was refused
 * @param reason code of a refusal
 * @param times how often within an hour
 */
public record Disclosure(
    String id,
    Instant at,
    String what,
    String name,
    String role,
    String hospital,
    String episode,
    String reference,
    Optional<Purpose> purpose,
    Basis basis,
    Optional<Instant> consentAt,
    Optional<Long> height,
    boolean allowed,
    Optional<String> reason,
    int times) {

  /** Without names. */
  @Override
  public String toString() {
    return what + " " + id;
  }
}
