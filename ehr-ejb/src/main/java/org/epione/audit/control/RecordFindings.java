package org.epione.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.audit.boundary.CheckView.Finding;
import org.epione.ledger.connector.ChainRecord;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Episode;
import org.epione.ledger.state.RejectionReason;
import org.epione.platform.identity.PartyCode;

/** What can be found out about one record by itself. */
@ApplicationScoped
public class RecordFindings {

  @Inject private ActProof proof;
  @Inject private Authors authors;

  /** Its place, its author's signature, and what else holds it together. */
  List<Finding> of(
      PartyCode hospital, ChainState state, Optional<Episode> episode, ChainRecord each) {
    LedgerRecord record = each.record();
    String subject =
        record.type() + " " + each.inclusion().height() + "/" + each.inclusion().index();
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding(
            "INCLUSION",
            subject,
            proof.isIncluded(state, each),
            "Record " + record.id().shortHex() + " under the root of its block.",
            hospital.value()));
    findings.add(
        new Finding(
            "SIGNATURE",
            subject,
            proof.isSigned(state, episode, record),
            "Signed by its author.",
            authors.responsible(record)));
    switch (record.type()) {
      case EPISODE_OPENED ->
          findings.add(
              again(
                  "WARRANTS",
                  subject,
                  proof.fault(state, record),
                  "The patient signed a warrant for each doctor's place.",
                  hospital));
      case DIAGNOSIS ->
          findings.add(
              again(
                  "TEAM",
                  subject,
                  proof.fault(state, record),
                  "All doctors signed in their order, in time and within their warrants.",
                  hospital));
      case TEAM_CHANGED ->
          findings.add(
              again(
                  "WARRANTS",
                  subject,
                  proof.fault(state, record),
                  "The patient signed a warrant for each new place.",
                  hospital));
      default -> {
        // Place and signature are all that there is to it by itself.
      }
    }
    return findings;
  }

  private static Finding again(
      String what,
      String subject,
      Optional<RejectionReason> fault,
      String holds,
      PartyCode hospital) {
    return new Finding(
        what,
        subject,
        fault.isEmpty(),
        fault.map(reason -> "It does not hold: " + reason.name() + ".").orElse(holds),
        hospital.value());
  }
}
