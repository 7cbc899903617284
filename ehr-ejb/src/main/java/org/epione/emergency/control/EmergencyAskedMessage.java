package org.epione.emergency.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.emergency.boundary.EmergencyReason;
import org.epione.emergency.entity.AskedFacts;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.party.boundary.SealedTexts;
import org.epione.platform.identity.AccountId;

/**
 * {@code emergency.asked}, from the hospital to the system manager: an emergency that two people of
 * the hospital have agreed on, and for which it asks the other share.
 *
 * @param id 16 random bytes
 * @param text the asking doctor's name and reason, sealed to the system manager
 * @param confirmerText the name of who confirmed, sealed to the system manager
 */
record EmergencyAskedMessage(
    ByteString id, AskedFacts facts, ByteString text, ByteString confirmerText) {

  static final String TYPE = "emergency.asked";

  /** What texts about emergencies are about. */
  static final String TOPIC = "emergency";

  static final int ID_LENGTH = EmergencyOpenedBody.ID_LENGTH;
  private static final String TAG = "epione.emergency.asked";
  private static final int MAX_NAME = 36;

  byte[] encode() {
    CanonicalWriter out =
        CanonicalWriter.of(TAG, 1)
            .fixed(id.bytes(), ID_LENGTH)
            .text(facts.account().toString())
            .u64(facts.epoch())
            .fixed(facts.key().bytes(), HpkePublicKey.LENGTH)
            .text(facts.asker().toString());
    facts.doctor().write(out);
    return out.fixed(facts.receivingKey().bytes(), HpkePublicKey.LENGTH)
        .text(facts.confirmer().toString())
        .text(facts.reason().name())
        .instant(facts.expires())
        .bytes(text.bytes())
        .bytes(confirmerText.bytes())
        .toByteArray();
  }

  static EmergencyAskedMessage decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new EmergencyAskedMessage(
                ByteString.of(in.fixed(ID_LENGTH)),
                facts(in),
                ByteString.of(in.bytes(SealedTexts.MAX_SEALED)),
                ByteString.of(in.bytes(SealedTexts.MAX_SEALED))));
  }

  private static AskedFacts facts(CanonicalReader in) {
    return new AskedFacts(
        AccountId.of(in.text(MAX_NAME)),
        in.u64(),
        ByteString.of(in.fixed(HpkePublicKey.LENGTH)),
        AccountId.of(in.text(MAX_NAME)),
        Pid.read(in),
        ByteString.of(in.fixed(HpkePublicKey.LENGTH)),
        AccountId.of(in.text(MAX_NAME)),
        EmergencyReason.valueOf(in.text(MAX_NAME)),
        in.instant());
  }
}
