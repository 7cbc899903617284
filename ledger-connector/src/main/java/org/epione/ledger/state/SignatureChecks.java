package org.epione.ledger.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.PairingEquation;
import org.epione.crypto.scheme.multisig.SigningOrder;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.multisig.VerificationResult;
import org.epione.crypto.signature.PossessedKey;
import org.epione.crypto.signature.Recent;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.state.Claim.Outcome;

/**
 * Checks signatures on encoded keys and values: what does not decode does not hold. Remembers the
 * digests of the last checks that held, so that nothing is verified twice; a check that failed is
 * made again. Thread-safe but for what {@link #deferring} gives.
 */
public final class SignatureChecks {

  private static final int REMEMBERED = 20_000;

  private final CryptoSuite suite;
  private final Recent<Digest, Boolean> held;
  private final Recent<DoctorCertificate, PossessedKey> possessed;
  private final Optional<List<Claim>> deferred;

  /** Checks with {@code suite}. */
  public SignatureChecks(CryptoSuite suite) {
    this(suite, new Recent<>(REMEMBERED), new Recent<>(REMEMBERED), Optional.empty());
  }

  private SignatureChecks(
      CryptoSuite suite,
      Recent<Digest, Boolean> held,
      Recent<DoctorCertificate, PossessedKey> possessed,
      Optional<List<Claim>> deferred) {
    this.suite = suite;
    this.held = held;
    this.possessed = possessed;
    this.deferred = deferred;
  }

  /**
   * These checks with the same memory, for one thread at a time: they say for now that everything
   * holds, without even decoding it, and {@link #settle} tells whether it does.
   */
  public SignatureChecks deferring() {
    return new SignatureChecks(suite, held, possessed, Optional.of(new ArrayList<>()));
  }

  /** How many checks are deferred. */
  public int open() {
    return deferred.map(List::size).orElse(0);
  }

  /**
   * Whether all that was deferred holds; what rests on pairings is verified in one batch. What
   * holds is remembered, also where something else does not. Another thread may ask than the one
   * that deferred.
   */
  public boolean settle() {
    return verify(deferred.orElseThrow());
  }

  /** Whether the holder of an Ed25519 key signed {@code message}. */
  public boolean ed25519(ByteString key, byte[] message, ByteString signature) {
    return holds(
        new Claim(
            "epione.check-ed25519",
            List.of(key.bytes(), message, signature.bytes()),
            () ->
                Outcome.of(
                    suite
                        .ed25519()
                        .verify(
                            suite.ed25519().decodePublicKey(key.bytes()),
                            message,
                            signature.bytes()))));
  }

  /**
   * Whether that hospital certified the doctor's keys. Neither dates nor the proof of possession
   * are looked at, nor who vouches for the hospital.
   */
  public boolean certified(DoctorCertificate doctor, PartyCertificate hospital) {
    return doctor.hospital().equals(hospital.pid())
        && ed25519(
            hospital.identity().signingKey(), doctor.identity().toSign(), doctor.signature());
  }

  /** Whether the holder of a BLS key signed {@code message}. */
  public boolean bls(ByteString key, byte[] message, ByteString signature) {
    return holds(
        new Claim(
            "epione.check-bls",
            List.of(key.bytes(), message, signature.bytes()),
            () ->
                Outcome.restingOn(
                    suite
                        .bls()
                        .equation(
                            suite.bls().decodePublicKey(key.bytes()),
                            message,
                            suite.bls().decodeSignature(signature.bytes())))));
  }

  /** Whether {@code proof} shows possession of the BLS key, so that it is fit for aggregates. */
  public boolean possession(ByteString key, ByteString proof) {
    return holds(
        new Claim(
            "epione.check-possession",
            List.of(key.bytes(), proof.bytes()),
            () ->
                Outcome.restingOn(
                    suite
                        .bls()
                        .possessionEquation(
                            suite.bls().decodePublicKey(key.bytes()),
                            suite.bls().decodePossession(proof.bytes())))));
  }

  /** What {@code aggregate} is worth as the team's on its finished chain of statements. */
  VerificationResult team(
      List<DoctorCertificate> signers,
      List<FormerTeam> former,
      List<Statement> statements,
      ByteString aggregate) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(EpisodeEncoding.encode(former));
    signers.forEach(signer -> parts.add(signer.encode()));
    statements.forEach(statement -> parts.add(statement.encode()));
    parts.add(aggregate.bytes());
    Claim claim =
        new Claim(
            "epione.check-team",
            parts,
            () ->
                suite
                    .multisignature()
                    .completeEquation(
                        order(signers, former),
                        statements,
                        suite.bls().decodeSignature(aggregate.bytes()))
                    .map(Outcome::restingOn)
                    .orElse(Outcome.FAILED));
    return holds(claim) ? VerificationResult.VALID : fault(signers, former, statements, aggregate);
  }

  private VerificationResult fault(
      List<DoctorCertificate> signers,
      List<FormerTeam> former,
      List<Statement> statements,
      ByteString aggregate) {
    try {
      return suite
          .multisignature()
          .verifyComplete(
              order(signers, former), statements, suite.bls().decodeSignature(aggregate.bytes()));
    } catch (MalformedEncodingException | IllegalArgumentException e) {
      return VerificationResult.BAD_SIGNATURE;
    }
  }

  /**
   * Who has to sign.
   *
   * @throws IllegalArgumentException if one of them does not possess the key
   */
  private SigningOrder order(List<DoctorCertificate> signers, List<FormerTeam> former) {
    return new SigningOrder(
        signers.stream()
            .map(signer -> new SigningOrder.Signer(signer.pid().pseudonym(), possessed(signer)))
            .toList(),
        former.stream().map(FormerTeam::order).toList());
  }

  private PossessedKey possessed(DoctorCertificate signer) {
    return possessed.get(signer, this::checked);
  }

  private PossessedKey checked(DoctorCertificate signer) {
    return suite
        .bls()
        .possessed(
            suite.bls().decodePublicKey(signer.identity().signingKey().bytes()),
            suite.bls().decodePossession(signer.identity().possession().bytes()))
        .orElseThrow(() -> new IllegalArgumentException("a key that is not possessed"));
  }

  /** Whether {@code header} is the valid header of a ciphertext of this record. */
  boolean ciphertext(ByteString header, RecordId record) {
    return holds(
        new Claim(
            "epione.check-ciphertext",
            List.of(header.bytes(), record.bytes()),
            () ->
                Optional.of(suite.reEncryption().decodeHeader(header.bytes()))
                    .filter(decoded -> decoded.record().equals(record))
                    .map(suite.reEncryption()::validity)
                    .map(Outcome::restingOn)
                    .orElse(Outcome.FAILED)));
  }

  private boolean holds(Claim claim) {
    if (deferred.isPresent()) {
      deferred.get().add(claim);
      return true;
    }
    return verify(List.of(claim));
  }

  private boolean verify(List<Claim> claims) {
    boolean possible = true;
    Map<Digest, PairingEquation> resting = new LinkedHashMap<>();
    for (Claim claim : claims) {
      Digest name = claim.name();
      if (isKnown(name) || resting.containsKey(name)) {
        continue;
      }
      Outcome outcome = claim.outcome();
      if (!outcome.possible()) {
        possible = false;
        continue;
      }
      outcome.rest().ifPresentOrElse(rest -> resting.put(name, rest), () -> remember(name));
    }
    List<Digest> names = List.copyOf(resting.keySet());
    List<Integer> failing = suite.batch().failing(List.copyOf(resting.values()));
    for (int i = 0; i < names.size(); i++) {
      if (!failing.contains(i)) {
        remember(names.get(i));
      }
    }
    return possible && failing.isEmpty();
  }

  private boolean isKnown(Digest name) {
    return held.find(name).isPresent();
  }

  private void remember(Digest name) {
    held.put(name, Boolean.TRUE);
  }
}
