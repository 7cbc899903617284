package org.epione.crypto.scheme.combined;

import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.FujisakiOkamoto.Encapsulated;
import org.epione.crypto.hybrid.FujisakiOkamoto.Kem;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.transcript.Digest;

/**
 * Encrypt_ID and Decrypt_ID of the paper as key encapsulation, secure against chosen plaintexts
 * only: C1 = ĝ^s, C2 = g^(as) h_id(PID)^(-r), C3 = ĝ^r, key Z^s.
 */
final class IdentityKem implements Kem<IdentityKem.Header> {

  private final PublicParameters parameters;
  private final Pseudonym to;

  IdentityKem(PublicParameters parameters, Pseudonym to) {
    this.parameters = parameters;
    this.to = to;
  }

  /** 240 bytes. */
  record Header(G2 c1, G1 c2, G2 c3) {

    static Header read(BilinearGroup group, CanonicalReader in) {
      return new Header(
          group.decodeG2(in.fixed(G2.LENGTH)),
          group.decodeG1(in.fixed(G1.LENGTH)),
          group.decodeG2(in.fixed(G2.LENGTH)));
    }

    static void write(CanonicalWriter out, Header header) {
      out.fixed(header.c1.encode(), G2.LENGTH)
          .fixed(header.c2.encode(), G1.LENGTH)
          .fixed(header.c3.encode(), G2.LENGTH);
    }
  }

  @Override
  public Encapsulated<Header> encapsulate(RandomSource coins) {
    Scalar s = Scalar.random(coins);
    Scalar r = Scalar.random(coins);
    Header header =
        new Header(
            parameters.generator().power(s),
            parameters.a().power(s).multiply(parameters.hash(to).power(r).inverse()),
            parameters.generator().power(r));
    return new Encapsulated<>(header, parameters.z().power(s));
  }

  /**
   * Makes again C1 alone. For C2 and C3 all keys of the identity solve one equation, as for a
   * policy of one attribute ({@link AttributeKem}), and the caller's decapsulation solved it.
   */
  @Override
  public Gt expectedKey(RandomSource coins, Header header) {
    Scalar s = Scalar.random(coins);
    if (!parameters.generator().power(s).equals(header.c1)) {
      throw new DecryptionFailedException();
    }
    return parameters.z().power(s);
  }

  /** Z^s = e(K0, C1) / (e(C2, K1) e(K_id, C3)). */
  Gt decapsulate(IdentityKey key, Header header) {
    IdentityKey.Elements k = key.elements();
    return parameters
        .group()
        .product(
            List.of(
                new PairingTerm(k.k0(), header.c1),
                new PairingTerm(header.c2.inverse(), k.k1()),
                new PairingTerm(k.kId().inverse(), header.c3)));
  }

  @Override
  public void write(CanonicalWriter out, Header header) {
    Header.write(out, header);
  }

  /** To whom, under which parameters. */
  byte[] recipient() {
    return CanonicalWriter.of("epione.combined.to-identity", 1)
        .fixed(parameters.digest().bytes(), Digest.LENGTH)
        .bytes(to.bytes())
        .toByteArray();
  }
}
