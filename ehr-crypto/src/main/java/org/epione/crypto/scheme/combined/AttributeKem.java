package org.epione.crypto.scheme.combined;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.FujisakiOkamoto.Encapsulated;
import org.epione.crypto.hybrid.FujisakiOkamoto.Kem;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.policy.SpanProgram;
import org.epione.crypto.policy.SpanProgram.Weight;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.transcript.Digest;

/**
 * Encrypt_ATT and Decrypt_ATT of the paper as key encapsulation, secure against chosen plaintexts
 * only. For the span program (M, rho) of a policy: s shared as lambda_i; C1 = ĝ^s, C2_i =
 * (g^a)^lambda_i h_attr(rho(i))^(-r_i), C3_i = ĝ^(r_i), key Z^s. All exponents belong to one
 * ciphertext, so they may go through tables (ADR 6).
 *
 * <p>What decapsulation shows of a header with C1 = ĝ^s (ADR 11): write C2_i as prescribed times
 * D_i, C3_i as prescribed times E_i, and let err_i = e(D_i, ĝ) e(h_attr(rho(i)), E_i). A key of any
 * t comes to Z^s times (prod err_i^omega_i)^(-t), hence to Z^s if and only if prod err_i^omega_i is
 * one, which depends on neither t nor any other secret of the key.
 */
final class AttributeKem implements Kem<AttributeKem.Header> {

  private static final Scalar ONE = Scalar.of(1);

  private final PublicParameters parameters;
  private final AccessPolicy policy;
  private final SpanProgram program;

  AttributeKem(PublicParameters parameters, AccessPolicy policy) {
    this.parameters = parameters;
    this.policy = policy;
    this.program = policy.spanProgram();
  }

  /** 100 bytes and 144 for each row. */
  record Header(G2 c1, List<Row> rows) {

    Header {
      rows = List.copyOf(rows);
    }

    /** Reads a header of exactly {@code rows} rows: as many as the policy has. */
    static Header read(BilinearGroup group, int rows, CanonicalReader in) {
      G2 c1 = group.decodeG2(in.fixed(G2.LENGTH));
      List<Row> read = in.list(rows, item -> Row.read(group, item));
      if (read.size() != rows) {
        throw new IllegalArgumentException("one row for each of the policy's");
      }
      return new Header(c1, read);
    }

    static void write(CanonicalWriter out, Header header) {
      out.fixed(header.c1.encode(), G2.LENGTH)
          .list(
              header.rows,
              (item, row) ->
                  item.fixed(row.c2.encode(), G1.LENGTH).fixed(row.c3.encode(), G2.LENGTH));
    }
  }

  /** C2_i and C3_i. */
  record Row(G1 c2, G2 c3) {

    static Row read(BilinearGroup group, CanonicalReader in) {
      return new Row(group.decodeG1(in.fixed(G1.LENGTH)), group.decodeG2(in.fixed(G2.LENGTH)));
    }
  }

  @Override
  public Encapsulated<Header> encapsulate(RandomSource coins) {
    Scalar s = Scalar.random(coins);
    Prescription prescription = new Prescription(s, coins);
    List<Row> rows = allRows().mapToObj(prescription::row).toList();
    return new Encapsulated<>(
        new Header(parameters.generator().power(s), rows), parameters.z().power(s));
  }

  /**
   * Makes again C1 and the rows that some holder can do without. The others have the same weight
   * omega_i for all holders, so prod err_i^omega_i is the same for all: one if it is for the
   * caller, who compares the keys.
   */
  @Override
  public Gt expectedKey(RandomSource coins, Header header) {
    Scalar s = Scalar.random(coins);
    require(parameters.generator().power(s).equals(header.c1));
    int[] dispensable = allRows().filter(i -> !program.rows().get(i).indispensable()).toArray();
    if (dispensable.length > 0) {
      Prescription prescription = new Prescription(s, coins);
      require(
          Arrays.stream(dispensable).allMatch(i -> prescription.row(i).equals(header.rows.get(i))));
    }
    return parameters.z().power(s);
  }

  private IntStream allRows() {
    return IntStream.range(0, program.rows().size());
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new DecryptionFailedException();
    }
  }

  /** The exponents of all rows, and how a row is made of them. */
  private final class Prescription {

    private final List<Scalar> lambda;
    private final List<Scalar> r;
    private final Map<Attribute, G1> hashes = new HashMap<>();

    Prescription(Scalar s, RandomSource coins) {
      lambda = program.shares(s, coins);
      r = lambda.stream().map(share -> Scalar.random(coins)).toList();
    }

    Row row(int i) {
      Attribute x = program.rows().get(i).attribute();
      G1 hashed = hashes.computeIfAbsent(x, parameters::hash);
      return new Row(
          parameters.a().power(lambda.get(i)).multiply(hashed.power(r.get(i)).inverse()),
          parameters.generator().power(r.get(i)));
    }
  }

  /**
   * Z^s = e(K0, C1) / e(prod C2_i^omega_i, K1) prod e(K_rho(i)^omega_i, C3_i), as one product.
   *
   * @throws DecryptionFailedException if the key's attributes do not satisfy the policy
   */
  Gt decapsulate(AttributeKey key, Header header) {
    List<Weight> weights =
        program.reconstruction(key.attributes()).orElseThrow(DecryptionFailedException::new);
    AttributeKey.Elements k = key.elements();
    List<PairingTerm> terms = new ArrayList<>();
    terms.add(new PairingTerm(k.k0(), header.c1));
    terms.add(new PairingTerm(combined(weights, header).inverse(), k.k1()));
    for (Weight weight : weights) {
      Attribute x = program.rows().get(weight.row()).attribute();
      G1 kx = Objects.requireNonNull(k.kx().get(x));
      terms.add(
          new PairingTerm(power(kx, weight.omega()).inverse(), header.rows.get(weight.row()).c3));
    }
    return parameters.group().product(terms);
  }

  /** prod C2_i^omega_i. */
  private G1 combined(List<Weight> weights, Header header) {
    List<G1> c2 = weights.stream().map(weight -> header.rows.get(weight.row()).c2).toList();
    if (weights.stream().allMatch(weight -> weight.omega().equals(ONE))) {
      return c2.stream().reduce(G1::multiply).orElseThrow();
    }
    return parameters.group().productOfPowersG1(c2, weights.stream().map(Weight::omega).toList());
  }

  /** Policies of {@code and} and {@code or} have weights of one only, which cost nothing. */
  private static G1 power(G1 base, Scalar omega) {
    return omega.equals(ONE) ? base : base.power(omega);
  }

  @Override
  public void write(CanonicalWriter out, Header header) {
    Header.write(out, header);
  }

  /** To whom, under which parameters. */
  byte[] recipient() {
    return CanonicalWriter.of("epione.combined.to-policy", 1)
        .fixed(parameters.digest().bytes(), Digest.LENGTH)
        .bytes(policy.encode())
        .toByteArray();
  }
}
