package org.epione.audit.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A check of an episode.
 *
 * @param state RUNNING while the cloud has not answered, else DONE
 * @param sound whether nothing was found wrong; counts once DONE
 * @param verdict in one sentence: the first fault, or that there is none
 * @param party responsible for the first fault
 * @param ciphertext what the cloud found: INTACT, MISSING, ALTERED or UNKNOWN; empty where there is
 *     nothing stored or no answer yet
 */
public record CheckView(
    String id,
    String hospital,
    String episode,
    Instant begunAt,
    String state,
    boolean sound,
    String verdict,
    Optional<String> party,
    Optional<String> ciphertext,
    List<Finding> findings) {

  /**
   * One thing that was looked at.
   *
   * @param what CHAIN, INCLUSION, SIGNATURE, PARTS or STORAGE
   * @param subject which one: a type of record with its block, or the stored file
   * @param detail in one sentence
   * @param party who made it
   */
  public record Finding(String what, String subject, boolean ok, String detail, String party) {}

  public CheckView {
    findings = List.copyOf(findings);
  }
}
