package org.epione.record.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordContent;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.PartyView;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.record.control.AttachmentShipping;
import org.epione.record.control.RecordStore;
import org.epione.record.entity.MedicalRecord;
import org.epione.record.entity.RecordContentFacts;
import org.epione.record.entity.RecordOrigin;

/**
 * Seals a finished record: encrypts it to the patient (SCOPED, protocols 4.1) with the symptom as
 * searchable tag, and, once the last doctor has signed, sends it to the cloud. From there it goes
 * on by messages: cloud, chain, chain, final.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class RecordSealing {

  @Inject private CryptoSuite suite;
  @Inject private Clock clock;
  @Inject private RecordStore records;
  @Inject private AttachmentShipping shipping;
  @EJB private ServerKeys serverKeys;
  @EJB private Parties parties;

  /** Encrypts, and makes what the last doctor signs. */
  public UnsignedRecord prepare(FinishedWork work) {
    RecordId id = RecordId.of(work.composition().episode().bytes());
    ScopedCiphertext ciphertext =
        suite
            .reEncryption()
            .encrypt(
                suite.reEncryption().decodePublicKey(work.recordKey().bytes()),
                id,
                work.composition().symptomCode().getBytes(StandardCharsets.UTF_8),
                work.composition().encode());
    byte[] encoded = ciphertext.encode();
    byte[] evidence =
        suite
            .hpke()
            .seal(
                serverKeys.receivingKey(work.hospital()),
                Evidence.sealingInfo(),
                id.bytes(),
                work.evidence().encode());
    DiagnosisBody body =
        new DiagnosisBody(
            id,
            work.patient(),
            work.statements(),
            work.aggregate(),
            ByteString.of(ciphertext.header().encode()),
            ciphertext.digest(),
            encoded.length,
            pid(work.cloud()),
            ByteString.of(evidence));
    return new UnsignedRecord(
        new RecordContent(pid(work.hospital()), work.author(), work.time(), body),
        ByteString.of(encoded),
        work.composition().attachments());
  }

  /**
   * Takes the signed record and sends it, with the ciphertext, to the cloud; its attachments first.
   *
   * @param appends EID in hex of the episode to whose record it adds
   */
  public void submit(
      PartyCode hospital,
      PartyCode cloud,
      String reference,
      String patientAccount,
      Optional<String> appends,
      LedgerRecord record,
      UnsignedRecord unsigned) {
    DiagnosisBody body = (DiagnosisBody) record.body();
    MedicalRecord sealed =
        new MedicalRecord(
            new RecordOrigin(
                body.episode().hex(),
                hospital.value(),
                cloud.value(),
                reference,
                patientAccount,
                appends),
            new RecordContentFacts(
                ByteString.of(record.encode()),
                record.id().hex(),
                body.ciphertext().hex(),
                body.ciphertextLength()),
            clock.instant());
    records.add(sealed);
    shipping.begin(sealed, unsigned.ciphertext().bytes(), unsigned.attachments());
  }

  private Pid pid(PartyCode party) {
    return parties
        .find(party)
        .map(PartyView::pid)
        .orElseThrow(() -> new RefusedException(ErrorCode.PARTY_UNKNOWN, party.value()));
  }
}
