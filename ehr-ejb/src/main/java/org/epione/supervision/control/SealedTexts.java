package org.epione.supervision.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.NotOpenedException;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.record.MatterId;
import org.epione.ledger.record.SaltedText;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/** What people write: made, sealed to a party, opened by it, and kept under its own key. */
@ApplicationScoped
public class SealedTexts {

  /** Most bytes of a sealed text. */
  static final int MAX_LENGTH = SaltedText.MAX_LENGTH + 128;

  private static final byte[] INFO = CanonicalWriter.of("epione.supervision.text", 1).toByteArray();

  @EJB private ServerKeys keys;
  @Inject private CryptoSuite crypto;

  /**
   * What somebody wrote, with new salt.
   *
   * @throws RefusedException EHR-4701 if it is blank or too long
   */
  SaltedText of(String text) {
    try {
      return SaltedText.of(text, crypto.random());
    } catch (IllegalArgumentException e) {
      throw new RefusedException(ErrorCode.MATTER_TEXT_UNUSABLE);
    }
  }

  byte[] seal(PartyCertificate to, MatterId matter, SaltedText text) {
    return crypto
        .hpke()
        .seal(
            crypto.hpke().decodePublicKey(to.identity().receivingKey().bytes()),
            INFO,
            matter.value().bytes(),
            text.encode());
  }

  /** Opens what was sealed to the party, which must be what the chain has a commitment to. */
  SaltedText open(PartyCode party, MatterId matter, byte[] sealed, Digest commitment)
      throws MessageRejectedException {
    try {
      SaltedText text = SaltedText.decode(keys.open(party, INFO, matter.value().bytes(), sealed));
      if (!text.commitment().equals(commitment)) {
        throw new MessageRejectedException("The text is not the one that the chain names.");
      }
      return text;
    } catch (NotOpenedException | MalformedEncodingException e) {
      throw new MessageRejectedException("The text does not open.", e);
    }
  }

  byte[] protect(PartyCode party, MatterId matter, SaltedText text) {
    return keys.protect(party, label(matter), text.encode());
  }

  SaltedText unprotect(PartyCode party, MatterId matter, byte[] kept) {
    return SaltedText.decode(keys.unprotect(party, label(matter), kept));
  }

  private static String label(MatterId matter) {
    return "supervision.text:" + matter.hex();
  }
}
