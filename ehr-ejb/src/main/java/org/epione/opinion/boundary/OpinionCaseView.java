package org.epione.opinion.boundary;

import java.time.Instant;

/**
 * A question that another hospital asks a doctor of this one.
 *
 * @param hospital name of the hospital that asks
 * @param reference of its episode
 */
public record OpinionCaseView(
    String id, String hospital, String reference, String question, Instant receivedAt) {

  /** Never the question. */
  @Override
  public String toString() {
    return id;
  }
}
