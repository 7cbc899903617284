package org.epione.forgetting.control;

import java.time.Instant;
import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * {@code forgetting.order}, from a hospital to the system manager: destroy all that is held for
 * this patient, and take nothing more. It needs no signature of the patient: the hospital certifies
 * who released it.
 *
 * @param episodes all her episodes at the hospital, at most 10,000, 16 bytes each
 * @param at when the hospital ordered it
 */
record OrderMessage(AccountId account, List<RecordId> episodes, Instant at) {

  static final String TYPE = "forgetting.order";
  private static final String TAG = "epione.forgetting.order";
  private static final int MAX_ACCOUNT = 36;
  private static final int MOST = 10_000;

  OrderMessage {
    episodes = List.copyOf(episodes);
  }

  static OrderMessage of(ForgottenPatient patient, Instant now) {
    return new OrderMessage(
        patient.account(), patient.episodes().stream().map(RecordId::ofHex).toList(), now);
  }

  /** Whom the system manager forgets. */
  ForgottenPatient patientOf(PartyCode hospital) {
    return new ForgottenPatient(hospital, account, episodes.stream().map(RecordId::hex).toList());
  }

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .text(account.toString())
        .list(episodes, (out, each) -> out.fixed(each.bytes(), RecordId.LENGTH))
        .instant(at)
        .toByteArray();
  }

  static OrderMessage decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new OrderMessage(
                AccountId.of(in.text(MAX_ACCOUNT)),
                in.list(MOST, each -> RecordId.of(each.fixed(RecordId.LENGTH))),
                in.instant()));
  }
}
