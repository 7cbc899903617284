package org.epione.crypto.scheme.combined;

import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.FujisakiOkamoto.Encapsulated;
import org.epione.crypto.hybrid.FujisakiOkamoto.Kem;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.transcript.Digest;

/**
 * The same to (PID, EID), secure against chosen plaintexts only: C1 = ĝ^s, C21 = g^(as)
 * h_id(PID)^(-r), C22 = g^(as) h_rec(EID)^(-r), C3 = ĝ^r, key Z^s.
 */
final class RecordKem implements Kem<RecordKem.Header> {

  private final PublicParameters parameters;
  private final Pseudonym to;
  private final RecordId record;

  RecordKem(PublicParameters parameters, Pseudonym to, RecordId record) {
    this.parameters = parameters;
    this.to = to;
    this.record = record;
  }

  /** 288 bytes. */
  record Header(G2 c1, G1 c21, G1 c22, G2 c3) {

    static Header read(BilinearGroup group, CanonicalReader in) {
      return new Header(
          group.decodeG2(in.fixed(G2.LENGTH)),
          group.decodeG1(in.fixed(G1.LENGTH)),
          group.decodeG1(in.fixed(G1.LENGTH)),
          group.decodeG2(in.fixed(G2.LENGTH)));
    }

    static void write(CanonicalWriter out, Header header) {
      out.fixed(header.c1.encode(), G2.LENGTH)
          .fixed(header.c21.encode(), G1.LENGTH)
          .fixed(header.c22.encode(), G1.LENGTH)
          .fixed(header.c3.encode(), G2.LENGTH);
    }
  }

  @Override
  public Encapsulated<Header> encapsulate(RandomSource coins) {
    Scalar s = Scalar.random(coins);
    Scalar r = Scalar.random(coins);
    G1 as = parameters.a().power(s);
    Header header =
        new Header(
            parameters.generator().power(s),
            as.multiply(parameters.hash(to).power(r).inverse()),
            as.multiply(parameters.hash(record).power(r).inverse()),
            parameters.generator().power(r));
    return new Encapsulated<>(header, parameters.z().power(s));
  }

  /** e(k0, C1) / (e(C21, k1) e(C22, k2) e(k3, C3)): Z^s if the key is the record's. */
  Gt decapsulate(SecondLevel k, Header header) {
    return parameters
        .group()
        .product(
            List.of(
                new PairingTerm(k.k0(), header.c1),
                new PairingTerm(header.c21.inverse(), k.k1()),
                new PairingTerm(header.c22.inverse(), k.k2()),
                new PairingTerm(k.k3().inverse(), header.c3)));
  }

  /** The identity's own key opens all of its records: it needs C21 alone. */
  Gt decapsulate(IdentityKey key, Header header) {
    return new IdentityKem(parameters, to)
        .decapsulate(key, new IdentityKem.Header(header.c1, header.c21, header.c3));
  }

  @Override
  public void write(CanonicalWriter out, Header header) {
    Header.write(out, header);
  }

  /** To whom, under which parameters. */
  byte[] recipient() {
    return CanonicalWriter.of("epione.combined.to-record", 1)
        .fixed(parameters.digest().bytes(), Digest.LENGTH)
        .bytes(to.bytes())
        .fixed(record.bytes(), RecordId.LENGTH)
        .toByteArray();
  }
}
