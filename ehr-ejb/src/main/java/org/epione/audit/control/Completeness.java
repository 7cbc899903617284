package org.epione.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.audit.boundary.CheckView.Finding;
import org.epione.ledger.connector.ChainRecord;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.StoredBody;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Episode;
import org.epione.platform.identity.PartyCode;

/**
 * Whether everything that belongs to an episode is there: how many parts there must be is on the
 * chain, so that a missing one shows.
 */
@ApplicationScoped
public class Completeness {

  List<Finding> of(
      PartyCode hospital, ChainState state, Episode episode, List<ChainRecord> records) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        part(
            "EPISODE_OPENED",
            count(records, RecordType.EPISODE_OPENED) == 1,
            "The episode was opened once.",
            hospital.value()));
    if (episode.diagnosis().isEmpty()) {
      return findings;
    }
    int expected = episode.doctors().size();
    int there = diagnosis(records).map(body -> body.statements().size()).orElse(0);
    findings.add(
        part(
            "DIAGNOSIS",
            there == expected,
            there + " of " + expected + " doctors' parts are signed into the record.",
            hospital.value()));
    String cloud = state.founding().orElseThrow().cloud().code();
    findings.add(
        part(
            "STORED",
            isStoredAsDiagnosed(records),
            "The cloud said once that it keeps exactly this record.",
            cloud));
    return findings;
  }

  private static boolean isStoredAsDiagnosed(List<ChainRecord> records) {
    Optional<DiagnosisBody> diagnosis = diagnosis(records);
    return count(records, RecordType.STORED) == 1
        && records.stream()
            .anyMatch(
                each ->
                    each.record().body() instanceof StoredBody stored
                        && diagnosis
                            .filter(
                                body ->
                                    body.ciphertext().equals(stored.ciphertext())
                                        && body.ciphertextLength() == stored.length())
                            .isPresent());
  }

  private static Optional<DiagnosisBody> diagnosis(List<ChainRecord> records) {
    return records.stream()
        .map(each -> each.record().body())
        .filter(DiagnosisBody.class::isInstance)
        .map(DiagnosisBody.class::cast)
        .findFirst();
  }

  private static long count(List<ChainRecord> records, RecordType type) {
    return records.stream().filter(each -> each.record().type() == type).count();
  }

  private static Finding part(String subject, boolean ok, String detail, String party) {
    return new Finding("PARTS", subject, ok, detail, party);
  }
}
