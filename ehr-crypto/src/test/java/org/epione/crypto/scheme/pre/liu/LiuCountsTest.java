package org.epione.crypto.scheme.pre.liu;

import java.util.List;
import org.epione.crypto.counting.Algorithm;
import org.epione.crypto.counting.OperationCountContract;

class LiuCountsTest extends OperationCountContract {

  private static final byte[] SYMPTOM = {7};

  @Override
  protected String section() {
    return "LIU proxy re-encryption";
  }

  @Override
  protected List<Algorithm> algorithms() {
    LiuSharing it = new LiuSharing(suite());
    LiuReEncryption liu = it.liu;
    LiuPublicKey publicKey = it.patient.publicKey();
    LiuTrapdoor trapdoor = liu.trapdoor(it.patient.secretKey(), SYMPTOM);
    LiuCiphertext turned = liu.reEncrypt(it.reKey, it.shared);
    byte[] encoded = it.shared.encode();
    return List.of(
        Algorithm.of("generate", liu::generate),
        Algorithm.of(
            "encrypt", () -> liu.encrypt(publicKey, it.shared.record(), SYMPTOM, new byte[3])),
        Algorithm.of("isValid", () -> liu.isValid(publicKey, it.shared)),
        Algorithm.of("decrypt, patient", () -> liu.decrypt(it.patient.secretKey(), it.shared)),
        Algorithm.of("trapdoor", () -> liu.trapdoor(it.patient.secretKey(), SYMPTOM)),
        Algorithm.of("matches", () -> liu.matches(trapdoor, it.shared)),
        Algorithm.of("reEncrypt", () -> liu.reEncrypt(it.reKey, it.shared)),
        Algorithm.of("decrypt, grantee", () -> liu.decrypt(it.doctor.secretKey(), turned)),
        Algorithm.of("decodeCiphertext", () -> liu.decodeCiphertext(encoded)));
  }
}
