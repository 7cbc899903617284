package org.epione.recovery.control;

import java.time.Instant;
import org.epione.account.boundary.Role;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.party.boundary.SealedTexts;
import org.epione.platform.identity.AccountId;

/**
 * {@code recovery.asked}, from the hospital to the system manager: a recovery that the hospital has
 * approved, and asks the other share for.
 *
 * @param id 16 random bytes
 * @param epoch of the key that is to be opened
 * @param key to seal the share to; 32 bytes
 * @param approver who approved
 * @param text the approver's name and reason, sealed to the system manager
 */
record AskedMessage(
    ByteString id,
    AccountId account,
    Role role,
    long epoch,
    ByteString key,
    AccountId approver,
    Instant expires,
    ByteString text) {

  static final String TYPE = "recovery.asked";

  /** What texts about a lost password are about. */
  static final String TOPIC = "recovery";

  static final int ID_LENGTH = 16;
  private static final String TAG = "epione.recovery.asked";
  private static final int MAX_NAME = 36;

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(id.bytes(), ID_LENGTH)
        .text(account.toString())
        .text(role.name())
        .u64(epoch)
        .fixed(key.bytes(), HpkePublicKey.LENGTH)
        .text(approver.toString())
        .instant(expires)
        .bytes(text.bytes())
        .toByteArray();
  }

  static AskedMessage decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new AskedMessage(
                ByteString.of(in.fixed(ID_LENGTH)),
                AccountId.of(in.text(MAX_NAME)),
                Role.valueOf(in.text(MAX_NAME)),
                in.u64(),
                ByteString.of(in.fixed(HpkePublicKey.LENGTH)),
                AccountId.of(in.text(MAX_NAME)),
                in.instant(),
                ByteString.of(in.bytes(SealedTexts.MAX_SEALED))));
  }
}
