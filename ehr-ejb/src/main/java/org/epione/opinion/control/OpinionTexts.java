package org.epione.opinion.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.custody.boundary.NotOpenedException;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.record.SaltedText;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivingKeys;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/**
 * What is asked of a doctor of another hospital: sealed from one hospital to the other, kept under
 * the own key of each. It is salted, because its commitment stands on the chain.
 */
@ApplicationScoped
public class OpinionTexts {

  /** Most bytes of a sealed question. */
  static final int MAX_SEALED = SaltedText.MAX_LENGTH + 128;

  private static final int MAX_QUESTION = 2000;

  @Inject private CryptoSuite suite;
  @EJB private ServerKeys keys;
  @EJB private ReceivingKeys receivingKeys;

  /**
   * What somebody typed.
   *
   * @throws RefusedException EHR-4876 when it is empty, or longer than 2000 bytes
   */
  SaltedText entered(String question) {
    String text = question.strip();
    if (text.isEmpty() || text.getBytes(StandardCharsets.UTF_8).length > MAX_QUESTION) {
      throw new RefusedException(ErrorCode.QUESTION_UNUSABLE);
    }
    return SaltedText.of(text, suite.random());
  }

  byte[] seal(PartyCode from, PartyCode to, ByteString id, SaltedText question) {
    return keys.authSeal(from, receivingKeys.require(to), info(), id.bytes(), question.encode());
  }

  /** Opens what {@link #seal} made. */
  SaltedText open(PartyCode at, PartyCode from, ByteString id, byte[] sealed)
      throws MessageRejectedException {
    try {
      return SaltedText.decode(
          keys.authOpen(at, receivingKeys.require(from), info(), id.bytes(), sealed));
    } catch (NotOpenedException | MalformedEncodingException e) {
      throw new MessageRejectedException("The question does not open.", e);
    }
  }

  byte[] protect(PartyCode at, String id, SaltedText question) {
    return keys.protect(at, label(id), question.encode());
  }

  SaltedText unprotect(PartyCode at, String id, byte[] kept) {
    return SaltedText.decode(keys.unprotect(at, label(id), kept));
  }

  private static byte[] info() {
    return CanonicalWriter.of("epione.opinion.question.sealed", 1).toByteArray();
  }

  private static String label(String id) {
    return "opinion.question:" + id;
  }
}
