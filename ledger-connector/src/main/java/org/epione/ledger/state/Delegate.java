package org.epione.ledger.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.DoctorIdentity;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.Pid;

/**
 * A doctor whose certificate stands on the chain: enrolled by its hospital, or of another hospital
 * and known from a request.
 *
 * @param certificate the doctor's certificate
 * @param hospital certificate of the hospital that signed it
 * @param since time of the record that brought the doctor
 * @param former certificates of the keys that she signed with before, the earliest first
 */
public record Delegate(
    DoctorCertificate certificate,
    PartyCertificate hospital,
    Instant since,
    List<DoctorCertificate> former) {

  /** So that nobody fills the state of a chain with keys. */
  static final int MOST_FORMER = 256;

  /** Copies the list. */
  public Delegate {
    former = List.copyOf(former);
  }

  /** A doctor whom the chain did not know. */
  static Delegate of(DoctorCertificate certificate, PartyCertificate hospital, Instant since) {
    return new Delegate(certificate, hospital, since, List.of());
  }

  /** The doctor's pseudo-identity. */
  public Pid pid() {
    return certificate.pid();
  }

  /** The doctor's BLS key, 96 bytes. */
  public ByteString signingKey() {
    return certificate.identity().signingKey();
  }

  /** The certificate of a key that the doctor signs with now, or did before. */
  public Optional<DoctorCertificate> certificateOf(ByteString key) {
    return certificates().filter(each -> each.identity().signingKey().equals(key)).findFirst();
  }

  /** The keys that the doctor signs with now, and did before, the present one first. */
  public List<ByteString> signingKeys() {
    return certificates().map(each -> each.identity().signingKey()).toList();
  }

  /** Whether the doctor's hospital certified one of these keys for that time. */
  boolean isCertified(Instant time) {
    return certificates().anyMatch(each -> each.identity().validity().includes(time));
  }

  private Stream<DoctorCertificate> certificates() {
    return Stream.concat(Stream.of(certificate), former.stream());
  }

  /**
   * Whether a certificate can follow on the one that she has: of the same doctor and hospital, made
   * later, with another key to sign with. What was sealed or granted to her is so to her receiving
   * key, which stays.
   */
  boolean canBecome(DoctorIdentity next) {
    DoctorIdentity present = certificate.identity();
    return next.pid().equals(present.pid())
        && next.hospital().equals(present.hospital())
        && next.receivingKey().equals(present.receivingKey())
        && next.validity().notBefore().isAfter(present.validity().notBefore())
        && certificateOf(next.signingKey()).isEmpty()
        && former.size() < MOST_FORMER;
  }

  /**
   * Whether a certificate is of the same doctor, hospital and keys, and not older than the one that
   * she has.
   */
  boolean isRenewedBy(DoctorIdentity next) {
    DoctorIdentity present = certificate.identity();
    return next.pid().equals(present.pid())
        && next.hospital().equals(present.hospital())
        && next.signingKey().equals(present.signingKey())
        && next.receivingKey().equals(present.receivingKey())
        && !next.validity().notBefore().isBefore(present.validity().notBefore());
  }

  /** The same doctor under another certificate. */
  Delegate with(DoctorCertificate next, PartyCertificate by, Instant from) {
    if (next.identity().signingKey().equals(signingKey())) {
      return new Delegate(next, by, from, former);
    }
    List<DoctorCertificate> before = new ArrayList<>(former);
    before.add(certificate);
    return new Delegate(next, by, from, before);
  }
}
