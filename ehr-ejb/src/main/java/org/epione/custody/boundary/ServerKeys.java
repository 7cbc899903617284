package org.epione.custody.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.platform.identity.PartyCode;

/**
 * The keys of the parties that this server hosts, by operation. They are wrapped under a key that
 * lives in a key store outside the database. All methods throw {@link
 * org.epione.platform.error.RefusedException} EHR-1021 for a party that is not hosted.
 */
@Stateless
@PermitAll
public class ServerKeys {

  /** Makes the keys of a party; in the caller's transaction. Refuses a party that has keys. */
  public void create(PartyCode party) {
    throw new UnsupportedOperationException();
  }

  /** Whether this server holds the keys of that party. */
  public boolean holds(PartyCode party) {
    throw new UnsupportedOperationException();
  }

  /** The party's receiving key. */
  public HpkePublicKey receivingKey(PartyCode party) {
    throw new UnsupportedOperationException();
  }

  /** Signs with the party's Ed25519 key; 64 bytes. The message must be a canonical encoding. */
  public byte[] sign(PartyCode party, byte[] message) {
    throw new UnsupportedOperationException();
  }

  /**
   * Opens what was sealed (HPKE base mode) to the party.
   *
   * @throws org.epione.crypto.hybrid.DecryptionFailedException when it was not
   */
  public byte[] open(PartyCode party, byte[] info, byte[] associatedData, byte[] sealed) {
    throw new UnsupportedOperationException();
  }

  /** Seals as the party (HPKE auth mode): the receiver sees that it comes from the party. */
  public byte[] authSeal(
      PartyCode from, HpkePublicKey to, byte[] info, byte[] associatedData, byte[] plaintext) {
    throw new UnsupportedOperationException();
  }

  /**
   * A pseudo-identity for an identity: a fresh one each time, which only the party can resolve
   * (protocols.md 1). At most 128 bytes for identities of up to 64 bytes.
   */
  public byte[] sealPseudonym(PartyCode party, byte[] identity) {
    throw new UnsupportedOperationException();
  }

  /**
   * The identity behind a pseudo-identity of this party.
   *
   * @throws org.epione.crypto.hybrid.DecryptionFailedException when the party did not make it
   */
  public byte[] openPseudonym(PartyCode party, byte[] pseudonym) {
    throw new UnsupportedOperationException();
  }

  /**
   * Encrypts data at rest of the party.
   *
   * @param label what and whose it is, for example {@code enrolment.patient:<id>}; needed again to
   *     open it, so that a value cannot be moved to another row
   */
  public byte[] protect(PartyCode party, String label, byte[] plaintext) {
    throw new UnsupportedOperationException();
  }

  /**
   * Opens what {@link #protect} made.
   *
   * @throws org.epione.crypto.hybrid.DecryptionFailedException when label, party or any byte differ
   */
  public byte[] unprotect(PartyCode party, String label, byte[] sealed) {
    throw new UnsupportedOperationException();
  }

  /**
   * A keyed fingerprint (HMAC-SHA-256, 32 bytes) for finding protected values by equality without
   * storing them.
   */
  public byte[] fingerprint(PartyCode party, String label, byte[] content) {
    throw new UnsupportedOperationException();
  }
}
