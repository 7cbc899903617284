package org.epione.crypto.scheme.pre.liu;

import java.util.List;
import org.epione.crypto.Suites;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;

class LiuEncodingTest extends EncodingContract {

  private final LiuSharing sharing = new LiuSharing(Suites.blst("liu encodings"));
  private final LiuReEncryption liu = sharing.liu;

  @Override
  protected List<Encoding<?>> encodings() {
    return List.of(
        Encoding.secret(
            LiuSecretKey.class,
            secret -> liu.restore(secret).secretKey(),
            LiuSecretKey::export,
            sharing.patient.secretKey()),
        Encoding.of(
            LiuPublicKey.class,
            liu::decodePublicKey,
            LiuPublicKey::encode,
            sharing.patient.publicKey()),
        Encoding.secret(
            LiuReEncryptionKey.class,
            liu::restoreReEncryptionKey,
            LiuReEncryptionKey::export,
            sharing.reKey),
        Encoding.of(
            LiuCiphertext.class,
            liu::decodeCiphertext,
            LiuCiphertext::encode,
            sharing.encrypt(sharing.patient, LiuSharing.SYMPTOM, new byte[0]),
            sharing.shared),
        Encoding.of(
            LiuTrapdoor.class,
            liu::decodeTrapdoor,
            LiuTrapdoor::encode,
            liu.trapdoor(sharing.patient.secretKey(), LiuSharing.SYMPTOM)),
        Encoding.of(
            LiuMessage.class,
            sharing.reKeying::decodeMessage,
            LiuMessage::encode,
            sharing.start.toDoctor(),
            sharing.start.toProxy(),
            sharing.answer));
  }
}
