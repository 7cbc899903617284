package org.epione.sharing.boundary;

import java.util.List;

/**
 * A patient's answer to one question for several records.
 *
 * @param bundle which question
 * @param allowed the requests that she consents to
 * @param refused the requests that she refuses
 * @param offered EIDs of further records that she offers, in hexadecimal
 */
public record BundleDecision(
    String bundle, List<String> allowed, List<String> refused, List<String> offered) {

  public BundleDecision {
    allowed = List.copyOf(allowed);
    refused = List.copyOf(refused);
    offered = List.copyOf(offered);
  }
}
