package org.epione.party.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.nio.charset.StandardCharsets;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.custody.boundary.NotOpenedException;
import org.epione.custody.boundary.ServerKeys;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/**
 * What people write about something that two parties do together: sealed from one to the other,
 * kept under the own key of each.
 */
@Stateless
@PermitAll
public class SealedTexts {

  /** Most bytes of a sealed text. */
  public static final int MAX_SEALED = Written.MAX_LENGTH + 128;

  private static final int MAX_REASON = 2000;

  @EJB private ServerKeys keys;
  @EJB private ReceivingKeys receivingKeys;

  /**
   * What that person gives as a reason.
   *
   * @throws RefusedException EHR-3012 when it is empty, or longer than 2000 bytes
   */
  public Written of(String name, String reason) {
    String text = reason.strip();
    if (text.isEmpty() || text.getBytes(StandardCharsets.UTF_8).length > MAX_REASON) {
      throw new RefusedException(ErrorCode.REASON_MISSING);
    }
    return new Written(name, text);
  }

  /**
   * Seals it (HPKE auth mode).
   *
   * @param topic what it is about, as part of a tag: for example {@code recovery}
   * @param id which one of these, hexadecimal
   */
  public byte[] seal(String topic, PartyCode from, PartyCode to, String id, Written text) {
    return keys.authSeal(
        from, receivingKeys.require(to), info(topic), ByteString.ofHex(id).bytes(), text.encode());
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws MessageRejectedException for anything else
   */
  public Written open(String topic, PartyCode at, PartyCode from, String id, byte[] sealed)
      throws MessageRejectedException {
    try {
      return Written.decode(
          keys.authOpen(
              at, receivingKeys.require(from), info(topic), ByteString.ofHex(id).bytes(), sealed));
    } catch (NotOpenedException | MalformedEncodingException e) {
      throw new MessageRejectedException("The text does not open.", e);
    }
  }

  /** Encrypts it at rest. */
  public byte[] protect(String topic, PartyCode party, String id, Written text) {
    return keys.protect(party, label(topic, id), text.encode());
  }

  /** Opens what {@link #protect} made. */
  public Written unprotect(String topic, PartyCode party, String id, byte[] kept) {
    return Written.decode(keys.unprotect(party, label(topic, id), kept));
  }

  private static byte[] info(String topic) {
    return CanonicalWriter.of("epione." + topic + ".sealed", 1).toByteArray();
  }

  private static String label(String topic, String id) {
    return topic + ".text:" + id;
  }
}
