package org.epione.team.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.multisig.VerificationResult;
import org.epione.crypto.signature.BlsSignature;
import org.epione.record.boundary.Contribution;
import org.epione.team.boundary.PartFault;
import org.epione.team.boundary.PartRefusedException;
import org.epione.team.boundary.SignedPart;

/**
 * Checks a chain of parts as every doctor does before adding the own (protocols 3): aggregate of
 * all before, order, links, warrants, and that nothing is older than what was seen already.
 */
final class PartChain {

  /** How far a signer's clock may be ahead. */
  static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(2);

  private final CryptoSuite suite;
  private final Roster roster;

  PartChain(CryptoSuite suite, Roster roster) {
    this.suite = suite;
    this.roster = roster;
  }

  /** Checks the parts of the first doctors, from the first on; none is a chain too. */
  List<Statement> verify(List<SignedPart> parts, Instant now) throws PartRefusedException {
    if (parts.isEmpty()) {
      return List.of();
    }
    List<Statement> statements;
    BlsSignature aggregate;
    try {
      statements = parts.stream().map(part -> Statement.decode(part.statement().bytes())).toList();
      aggregate = suite.bls().decodeSignature(parts.get(parts.size() - 1).aggregate().bytes());
    } catch (MalformedEncodingException malformed) {
      throw new PartRefusedException(PartFault.MALFORMED, malformed);
    }
    if (statements.size() > roster.size()) {
      throw new PartRefusedException(PartFault.WRONG_ORDER);
    }
    VerificationResult result =
        suite.multisignature().verify(roster.order(), statements, aggregate);
    if (result != VerificationResult.VALID) {
      throw new PartRefusedException(fault(result));
    }
    for (Statement statement : statements) {
      check(statement, now);
    }
    return statements;
  }

  /** The last statement must be newer than anything seen of this episode (replay). */
  static void requireNewer(Statement last, Optional<Instant> seen) throws PartRefusedException {
    if (seen.isPresent() && !last.time().isAfter(seen.get())) {
      throw new PartRefusedException(PartFault.STALE_TIME);
    }
  }

  /** The text behind a statement. */
  static Contribution read(GroupKey key, Statement statement, byte[] sealed)
      throws PartRefusedException {
    Contribution contribution;
    try {
      contribution = key.openContribution(statement.position(), sealed);
    } catch (DecryptionFailedException | MalformedEncodingException unreadable) {
      throw new PartRefusedException(PartFault.ALTERED_TEXT, unreadable);
    }
    boolean asSigned =
        contribution.digest().equals(statement.content())
            && contribution.position() == statement.position()
            && contribution.episode().equals(ByteString.of(statement.episode().bytes()))
            && contribution.author().equals(ByteString.of(statement.signer().bytes()));
    if (!asSigned) {
      throw new PartRefusedException(PartFault.ALTERED_TEXT);
    }
    return contribution;
  }

  private void check(Statement statement, Instant now) throws PartRefusedException {
    if (!statement.episode().equals(roster.episode())
        || !statement.patient().equals(roster.patient())) {
      throw new PartRefusedException(PartFault.WRONG_EPISODE);
    }
    if (statement.time().isAfter(now.plus(CLOCK_DIFFERENCE))) {
      throw new PartRefusedException(PartFault.STALE_TIME);
    }
    if (!roster.warrants().get(statement.position() - 1).includes(statement.time())) {
      throw new PartRefusedException(PartFault.NO_WARRANT);
    }
  }

  private static PartFault fault(VerificationResult result) {
    return switch (result) {
      case WRONG_ORDER, WRONG_POSITION, INCOMPLETE -> PartFault.WRONG_ORDER;
      case WRONG_EPISODE, WRONG_PATIENT -> PartFault.WRONG_EPISODE;
      case BROKEN_LINK -> PartFault.BROKEN_LINK;
      case STALE_TIME -> PartFault.STALE_TIME;
      case BAD_SIGNATURE -> PartFault.FALSE_SIGNATURE;
      case VALID -> throw new IllegalArgumentException("not a fault");
    };
  }
}
