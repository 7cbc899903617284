package org.epione.ledger.forgetting;

import java.util.List;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;
import org.epione.ledger.forgetting.sample.SampleCertificate;

class ForgettingEncodingTest extends EncodingContract {

  private final SampleCertificate sample = new SampleCertificate();

  @Override
  protected List<Encoding<?>> encodings() {
    return List.of(
        Encoding.of(
            DestructionReceipt.class,
            DestructionReceipt::decode,
            DestructionReceipt::encode,
            sample.receipt()),
        Encoding.of(
            ForgettingCertificate.class,
            ForgettingCertificate::decode,
            ForgettingCertificate::encode,
            sample.certificate()));
  }
}
