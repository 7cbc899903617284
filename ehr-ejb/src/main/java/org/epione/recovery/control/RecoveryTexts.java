package org.epione.recovery.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.custody.boundary.NotOpenedException;
import org.epione.custody.boundary.ServerKeys;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/** What people write about a recovery: sealed from one party to the other, kept under its key. */
@ApplicationScoped
public class RecoveryTexts {

  /** Most bytes of a sealed text. */
  static final int MAX_SEALED = Written.MAX_LENGTH + 128;

  private static final int MAX_REASON = 2000;
  private static final byte[] INFO = CanonicalWriter.of("epione.recovery.sealed", 1).toByteArray();

  @EJB private ServerKeys keys;
  @Inject private ReceivingKeys receivingKeys;

  /** What that person gives as a reason. */
  Written of(String name, String reason) {
    String text = reason.strip();
    if (text.isEmpty() || text.getBytes(StandardCharsets.UTF_8).length > MAX_REASON) {
      throw new RefusedException(ErrorCode.REASON_MISSING);
    }
    return new Written(name, text);
  }

  byte[] seal(PartyCode from, PartyCode to, String recovery, Written text) {
    return keys.authSeal(
        from, receivingKeys.require(to), INFO, ByteString.ofHex(recovery).bytes(), text.encode());
  }

  Written open(PartyCode at, PartyCode from, String recovery, byte[] sealed)
      throws MessageRejectedException {
    try {
      return Written.decode(
          keys.authOpen(
              at, receivingKeys.require(from), INFO, ByteString.ofHex(recovery).bytes(), sealed));
    } catch (NotOpenedException | MalformedEncodingException e) {
      throw new MessageRejectedException("The text does not open.", e);
    }
  }

  byte[] protect(PartyCode party, String recovery, Written text) {
    return keys.protect(party, label(recovery), text.encode());
  }

  Written unprotect(PartyCode party, String recovery, byte[] kept) {
    return Written.decode(keys.unprotect(party, label(recovery), kept));
  }

  private static String label(String recovery) {
    return "recovery.text:" + recovery;
  }
}
