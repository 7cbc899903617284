package org.epione.crypto.pairing;

import java.util.List;
import java.util.stream.Stream;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.pairing.bouncycastle.BouncyCastleGroup;
import org.epione.crypto.transcript.DomainTag;

class PairingEncodingTest extends EncodingContract {

  @Override
  protected List<Encoding<?>> encodings() {
    Encoding<Scalar> scalar =
        Encoding.of(
            Scalar.class,
            Scalar::decode,
            Scalar::encode,
            Scalar.of(0),
            Scalar.of(-1),
            Scalar.hash(DomainTag.SELF_TEST, new byte[0]));
    return Stream.of(
            Stream.of(scalar),
            elements(BlstGroup.load()),
            Stream.of(values(BlstGroup.load())),
            elements(new BouncyCastleGroup()))
        .<Encoding<?>>flatMap(each -> each)
        .toList();
  }

  private static Stream<Encoding<?>> elements(BilinearGroup group) {
    G1 one = group.hashToG1(DomainTag.SELF_TEST, new byte[] {1});
    G2 two = group.generatorG2().power(Scalar.of(5));
    return Stream.of(
        new Encoding<>(
            group.name() + " G1",
            G1.class,
            group::decodeG1,
            G1::encode,
            List.of(group.generatorG1(), one, one.inverse())),
        new Encoding<>(
            group.name() + " G2",
            G2.class,
            group::decodeG2,
            G2::encode,
            List.of(group.generatorG2(), two, two.inverse())));
  }

  /** Of the fast backend only; of both, a sample of positions is in BilinearGroupContract. */
  private static Encoding<Gt> values(BilinearGroup group) {
    return Encoding.of(
        Gt.class,
        group::decodeGt,
        Gt::encode,
        group.pair(group.generatorG1(), group.generatorG2()));
  }
}
