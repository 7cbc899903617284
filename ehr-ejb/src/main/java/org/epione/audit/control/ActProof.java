package org.epione.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.connector.ChainRecord;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.SignatureKind;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Delegate;
import org.epione.ledger.state.Episode;
import org.epione.ledger.state.Evidence;
import org.epione.ledger.state.Founding;
import org.epione.ledger.state.RecordRules;
import org.epione.ledger.state.RejectionReason;
import org.epione.ledger.state.SignatureChecks;
import org.epione.ledger.state.TeamMember;

/** Whether one act is proven: it stands on the chain, and its author signed it. */
@ApplicationScoped
public class ActProof {

  @Inject private CryptoSuite crypto;

  /** Whether the inclusion proof holds under the signatures of hospital and cloud. */
  boolean isIncluded(ChainState state, ChainRecord each) {
    Founding founding = state.founding().orElseThrow();
    return each.inclusion()
        .proves(crypto.ed25519(), each.record(), founding.hospital(), founding.cloud());
  }

  /**
   * Whether the author's signature holds under a key that the chain knows for the author: for a
   * diagnosis the one of the doctor's place, else for a doctor also one that she had before: which
   * of them it was to be at that time was decided when the record came onto the chain, and is seen
   * again where the whole chain is verified.
   */
  boolean isSigned(ChainState state, Optional<Episode> episode, LedgerRecord signed) {
    SignatureChecks checks = new SignatureChecks(crypto);
    ByteString signature = signed.signature().value();
    return keysOf(state, episode, signed).stream()
        .anyMatch(
            key ->
                signed.signature().kind() == SignatureKind.BLS
                    ? checks.bls(key, signed.signedBytes(), signature)
                    : checks.ed25519(key, signed.signedBytes(), signature));
  }

  /** Why warrants or team of a record do not hold, by the rules that let it onto the chain. */
  Optional<RejectionReason> fault(ChainState state, LedgerRecord record) {
    return new RecordRules(new SignatureChecks(crypto), Evidence.NOT_OURS)
        .checkAgain(state, record);
  }

  private static List<ByteString> keysOf(
      ChainState state, Optional<Episode> episode, LedgerRecord signed) {
    Founding founding = state.founding().orElseThrow();
    return switch (signed.type().author()) {
      case SYSTEM_MANAGER -> server(founding.systemManager(), signed);
      case HOSPITAL -> server(founding.hospital(), signed);
      case CLOUD -> server(founding.cloud(), signed);
      case DOCTOR -> keysOfDoctor(state, episode, signed);
      case PATIENT ->
          episode.filter(each -> each.patient().equals(signed.author())).stream()
              .map(Episode::patientKey)
              .toList();
    };
  }

  private static List<ByteString> keysOfDoctor(
      ChainState state, Optional<Episode> episode, LedgerRecord signed) {
    if (signed.type() == RecordType.DIAGNOSIS && episode.isPresent()) {
      return episode.get().team().stream()
          .filter(member -> member.doctor().equals(signed.author()))
          .map(TeamMember::key)
          .toList();
    }
    return state.delegate(signed.author()).map(Delegate::signingKeys).orElse(List.of());
  }

  private static List<ByteString> server(PartyCertificate party, LedgerRecord signed) {
    return party.pid().equals(signed.author()) ? List.of(party.identity().signingKey()) : List.of();
  }
}
