package org.epione.custody.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.signature.Ed25519PublicKey;
import org.epione.custody.control.ServerVault;
import org.epione.platform.identity.PartyCode;

/**
 * The keys of the parties that this server hosts, by operation. They are wrapped under a key that
 * lives in a key store outside the database. All methods throw {@link
 * org.epione.platform.error.RefusedException} EHR-1021 for a party that is not hosted.
 */
@Stateless
@PermitAll
public class ServerKeys {

  private static final String PSEUDONYM = "pseudonym";
  private static final String AT_REST = "at-rest";
  private static final String FINGERPRINT = "fingerprint";

  @Inject private ServerVault vault;

  @Inject private CryptoSuite crypto;

  /** Makes the keys of a party; in the caller's transaction. Refuses a party that has keys. */
  public void create(PartyCode party) {
    vault.create(party);
  }

  /** Whether this server holds the keys of that party. */
  public boolean holds(PartyCode party) {
    return vault.find(party).isPresent();
  }

  /** The parties whose keys this server holds, by code. */
  public List<PartyCode> hosted() {
    return vault.hosted();
  }

  /** The key that checks the party's signatures. */
  public Ed25519PublicKey signingKey(PartyCode party) {
    return crypto.ed25519().decodePublicKey(vault.get(party).signingPublic());
  }

  /** The party's receiving key. */
  public HpkePublicKey receivingKey(PartyCode party) {
    return crypto.hpke().decodePublicKey(vault.get(party).receivingPublic());
  }

  /** Signs with the party's Ed25519 key; 64 bytes. The message must be a canonical encoding. */
  public byte[] sign(PartyCode party, byte[] message) {
    return vault.use(party, keys -> crypto.ed25519().sign(keys.signing().secretKey(), message));
  }

  /**
   * Opens what was sealed (HPKE base mode) to the party.
   *
   * @throws NotOpenedException when it was not
   */
  public byte[] open(PartyCode party, byte[] info, byte[] associatedData, byte[] sealed) {
    return NotOpenedException.orElse(
        () ->
            vault.use(
                party,
                keys ->
                    crypto
                        .hpke()
                        .open(keys.receiving().secretKey(), info, associatedData, sealed)));
  }

  /**
   * Opens what the holder of {@code from} sealed to the party (HPKE auth mode).
   *
   * @throws NotOpenedException when it was not
   */
  public byte[] authOpen(
      PartyCode party, HpkePublicKey from, byte[] info, byte[] associatedData, byte[] sealed) {
    return NotOpenedException.orElse(
        () ->
            vault.use(
                party,
                keys ->
                    crypto
                        .hpke()
                        .authOpen(
                            keys.receiving().secretKey(), from, info, associatedData, sealed)));
  }

  /** Seals as the party (HPKE auth mode): the receiver sees that it comes from the party. */
  public byte[] authSeal(
      PartyCode from, HpkePublicKey to, byte[] info, byte[] associatedData, byte[] plaintext) {
    return vault.use(
        from,
        keys -> crypto.hpke().authSeal(keys.receiving(), to, info, associatedData, plaintext));
  }

  /**
   * A pseudo-identity for an identity: a fresh one each time, which only the party can resolve
   * (protocols.md 1). At most 128 bytes for identities of up to 64 bytes.
   */
  public byte[] sealPseudonym(PartyCode party, byte[] identity) {
    return with(
        party, PSEUDONYM, key -> crypto.aead().seal(key, pseudonymContext(party), identity));
  }

  /**
   * The identity behind a pseudo-identity of this party.
   *
   * @throws NotOpenedException when the party did not make it
   */
  public byte[] openPseudonym(PartyCode party, byte[] pseudonym) {
    return NotOpenedException.orElse(
        () ->
            with(
                party,
                PSEUDONYM,
                key -> crypto.aead().open(key, pseudonymContext(party), pseudonym)));
  }

  /**
   * Encrypts data at rest of the party.
   *
   * @param label what and whose it is, for example {@code enrolment.patient:<id>}; needed again to
   *     open it, so that a value cannot be moved to another row
   */
  public byte[] protect(PartyCode party, String label, byte[] plaintext) {
    return with(party, AT_REST, key -> crypto.aead().seal(key, context(label), plaintext));
  }

  /**
   * Opens what {@link #protect} made.
   *
   * @throws NotOpenedException when label, party or any byte differ
   */
  public byte[] unprotect(PartyCode party, String label, byte[] sealed) {
    return NotOpenedException.orElse(
        () -> with(party, AT_REST, key -> crypto.aead().open(key, context(label), sealed)));
  }

  /**
   * A keyed fingerprint (HMAC-SHA-256, 32 bytes) for finding protected values by equality without
   * storing them.
   */
  public byte[] fingerprint(PartyCode party, String label, byte[] content) {
    return with(party, FINGERPRINT, key -> crypto.mac().tag(key, label, content));
  }

  private byte[] with(PartyCode party, String label, Function<AeadKey, byte[]> operation) {
    return vault.use(
        party,
        keys -> {
          try (AeadKey key = keys.dataKey(crypto, label)) {
            return operation.apply(key);
          }
        });
  }

  private static byte[] pseudonymContext(PartyCode party) {
    return context("epione.pseudonym:" + party);
  }

  private static byte[] context(String label) {
    return label.getBytes(StandardCharsets.UTF_8);
  }
}
