package org.epione.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.finality.Equivocation;
import org.epione.ledger.state.Founding;
import org.epione.ledger.state.SignatureChecks;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.LogContradiction;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteVerifier;
import org.epione.ledger.transparency.SignedNote;

/**
 * What evidence proves against the holder of a log's key, in words; or why it proves nothing.
 *
 * @param lines what is proven, a fact each; empty if nothing is
 * @param fault why nothing is
 */
record ProvenEvidence(List<String> lines, Optional<String> fault) {

  static ProvenEvidence nothing(String why) {
    return new ProvenEvidence(List.of(), Optional.of(why));
  }

  private static ProvenEvidence of(List<String> lines) {
    return new ProvenEvidence(List.copyOf(lines), Optional.empty());
  }

  /** Of two heads of a log. */
  static ProvenEvidence of(LogContradiction evidence, NoteKey key, NoteVerifier verifier) {
    if (!evidence.log().equals(key)) {
      return nothing("it is about the log with the key " + evidence.log().text());
    }
    if (!verifier.isSigned(evidence.first(), key)) {
      return nothing("the first head is not signed by " + key.name());
    }
    if (!verifier.isSigned(evidence.second(), key)) {
      return nothing("the second head is not signed by " + key.name());
    }
    if (!evidence.holds(verifier)) {
      return nothing("it does not show that one head contradicts the other");
    }
    Checkpoint first = head(evidence.first());
    Checkpoint second = head(evidence.second());
    return of(
        List.of(
            "what              two heads of one log that no log can both have",
            "signed both       " + key.name(),
            "first head        " + first.size() + " records, root " + first.root().hex(),
            "second head       " + second.size() + " records, root " + second.root().hex(),
            "its first "
                + first.size()
                + " records have the root "
                + evidence.begins().hex()
                + ": another",
            "two histories     among the first " + first.size() + " records"));
  }

  private static Checkpoint head(SignedNote note) {
    return Checkpoint.parse(note.text());
  }

  /** Of two block headers; what the cloud signed is known only where the chain certifies it. */
  static ProvenEvidence of(
      Equivocation evidence, NoteKey key, Optional<Founding> founding, SignatureChecks checks) {
    if (!key.isOf(evidence.first().header().chain())) {
      return nothing("it is about another hospital's chain than that of " + key.name());
    }
    boolean byHospital = evidence.isByHospital(checks, key);
    boolean byCloud = founding.filter(known -> evidence.isByCloud(checks, known)).isPresent();
    if (!byHospital && !byCloud) {
      return nothing(
          "the two headers are not both signed by "
              + key.name()
              + (founding.isPresent()
                  ? ", nor by its cloud"
                  : "; whether by its cloud is not checked without --chain EXPORT"));
    }
    List<String> lines = new ArrayList<>();
    lines.add("what              two blocks that no chain can both have");
    lines.add((byHospital ? "signed both       " : "not signed by     ") + key.name());
    lines.add(
        founding
            .map(
                known ->
                    (byCloud ? "signed both       the cloud " : "not signed by     the cloud ")
                        + known.cloud().code())
            .orElse("the cloud         not checked without --chain EXPORT"));
    founding.ifPresent(
        known ->
            lines.add(
                "certified by      "
                    + known.systemManager().code()
                    + ", key "
                    + known.systemManager().identity().signingKey().hex()));
    lines.add("first block       " + block(evidence.first()));
    lines.add("second block      " + block(evidence.second()));
    lines.add("two histories     from height " + evidence.height() + " on, at the latest");
    return of(lines);
  }

  private static String block(SignedHeader signed) {
    return "height "
        + signed.header().height()
        + ", made "
        + signed.header().time()
        + ", hash "
        + signed.header().hash().hex()
        + ", after "
        + signed.header().previous().hex();
  }
}
