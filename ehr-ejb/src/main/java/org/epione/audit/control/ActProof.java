package org.epione.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.connector.ChainRecord;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.SignatureKind;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Delegate;
import org.epione.ledger.state.Episode;
import org.epione.ledger.state.Evidence;
import org.epione.ledger.state.Founding;
import org.epione.ledger.state.RecordRules;
import org.epione.ledger.state.RejectionReason;
import org.epione.ledger.state.SignatureChecks;

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

  /** Whether the author's signature holds under the key that the chain knows for the author. */
  boolean isSigned(ChainState state, Optional<Episode> episode, LedgerRecord signed) {
    SignatureChecks checks = new SignatureChecks(crypto);
    Optional<ByteString> key = keyOf(state, episode, signed);
    ByteString signature = signed.signature().value();
    if (signed.signature().kind() == SignatureKind.BLS) {
      return key.filter(known -> checks.bls(known, signed.signedBytes(), signature)).isPresent();
    }
    return key.filter(known -> checks.ed25519(known, signed.signedBytes(), signature)).isPresent();
  }

  /** Why warrants or team of a record do not hold, by the rules that let it onto the chain. */
  Optional<RejectionReason> fault(ChainState state, LedgerRecord record) {
    return new RecordRules(new SignatureChecks(crypto), Evidence.NOT_OURS)
        .checkAgain(state, record);
  }

  private static Optional<ByteString> keyOf(
      ChainState state, Optional<Episode> episode, LedgerRecord signed) {
    Founding founding = state.founding().orElseThrow();
    return switch (signed.type().author()) {
      case SYSTEM_MANAGER -> server(founding.systemManager(), signed);
      case HOSPITAL -> server(founding.hospital(), signed);
      case CLOUD -> server(founding.cloud(), signed);
      case DOCTOR -> state.delegate(signed.author()).map(Delegate::signingKey);
      case PATIENT ->
          episode.filter(each -> each.patient().equals(signed.author())).map(Episode::patientKey);
    };
  }

  private static Optional<ByteString> server(PartyCertificate party, LedgerRecord signed) {
    return Optional.of(party)
        .filter(each -> each.pid().equals(signed.author()))
        .map(each -> each.identity().signingKey());
  }
}
