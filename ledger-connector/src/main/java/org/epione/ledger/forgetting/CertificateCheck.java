package org.epione.ledger.forgetting;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.signature.Ed25519;
import org.epione.ledger.transparency.NoteKey;

/**
 * Checks a certificate of forgetting with nothing but the keys of hospital and system manager: that
 * each signed its part, and that it says what a certificate has to. Thread-safe.
 */
public final class CertificateCheck {

  /** How far the clocks of hospital and system manager, and of a hospital's servers, may differ. */
  private static final Duration SKEW = Duration.ofMinutes(10);

  /** Without these nobody is forgotten; what else there is depends on the version that wrote it. */
  private static final List<String> REQUIRED =
      List.of("KEYS", "ACCOUNT", "HELD_ELSEWHERE", "EPISODES", "REGISTRATION");

  private static final String MANAGER = "SYSTEM-MANAGER";

  private final Ed25519 ed25519;

  /** Checks with {@code ed25519}. */
  public CertificateCheck(Ed25519 ed25519) {
    this.ed25519 = ed25519;
  }

  /**
   * Why the certificate is not to be believed, the first that is found, in a sentence; empty if it
   * is.
   *
   * @param hospital the key with which the hospital signs, also the heads of its log
   * @param manager the key with which the system manager signs, also reports
   */
  public Optional<String> fault(
      ForgettingCertificate certificate, NoteKey hospital, NoteKey manager) {
    if (!hospital.isNamedAfter(certificate.hospital())) {
      return Optional.of(
          "the certificate is one of " + certificate.hospital() + ", not of " + hospital.name());
    }
    if (!manager.isNamedAfter(MANAGER)) {
      return Optional.of(manager.name() + " is no system manager");
    }
    if (hospital.publicKey().equals(manager.publicKey())) {
      return Optional.of("the same key is given for hospital and system manager");
    }
    if (!isSigned(hospital, certificate.toSign(), certificate.signature())) {
      return Optional.of("the certificate is not signed by " + hospital.name());
    }
    try {
      DestructionReceipt receipt = DestructionReceipt.decode(certificate.receipt().bytes());
      if (!isSigned(manager, receipt.toSign(), receipt.signature())) {
        return Optional.of("the receipt in it is not signed by " + manager.name());
      }
      if (!isOfItsTime(certificate, receipt.at())) {
        return Optional.of("the receipt in it is of another time, so of another forgetting");
      }
    } catch (MalformedEncodingException e) {
      return Optional.of("the receipt in it is malformed");
    }
    return contentFault(certificate);
  }

  private static Optional<String> contentFault(ForgettingCertificate certificate) {
    if (certificate.released().isBefore(certificate.asked())
        || certificate.completed().isBefore(certificate.released())) {
      return Optional.of(
          "it was released before it was asked, or completed before it was released");
    }
    List<String> steps =
        certificate.steps().stream().map(ForgettingCertificate.Step::what).toList();
    Set<String> each = new HashSet<>(steps);
    if (each.size() != steps.size()) {
      return Optional.of("it says twice that something was destroyed");
    }
    if (!certificate.steps().stream().allMatch(step -> isOfItsTime(certificate, step.at()))) {
      return Optional.of(
          "it says that something was destroyed before it was released, or after it was completed");
    }
    return REQUIRED.stream()
        .filter(what -> !each.contains(what))
        .findFirst()
        .map(what -> "it does not say that this was destroyed: " + Destroyed.atHospital(what));
  }

  private static boolean isOfItsTime(ForgettingCertificate certificate, Instant at) {
    return !at.isBefore(certificate.released().minus(SKEW))
        && !at.isAfter(certificate.completed().plus(SKEW));
  }

  private boolean isSigned(NoteKey by, byte[] message, ByteString signature) {
    try {
      return ed25519.verify(
          ed25519.decodePublicKey(by.publicKey().bytes()), message, signature.bytes());
    } catch (MalformedEncodingException e) {
      return false;
    }
  }
}
