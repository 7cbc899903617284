package org.epione.crypto.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.random.RandomSource;

/**
 * A monotone span program (Karchmer, Wigderson 1993), which is a linear secret sharing: a matrix M
 * over Zq, each row labelled with an attribute, such that (1, 0, ..., 0) is a combination of the
 * rows of a set of attributes exactly if the set satisfies the policy. One row for each attribute
 * as it stands in the text, and as many columns as 1 and, for each gate, one less than its
 * threshold.
 *
 * <p>An {@code or} gives its parts its own vector. An {@code and} appends a column for each part
 * but the last, with 1 and -1 (Lewko, Waters, ePrint 2010/351, appendix G): entries that cost
 * nothing in an exponent. Other thresholds append the powers i, i^2, ... of the part's number i
 * (Liu, Cao, Wong, ePrint 2010/374): Shamir's sharing. All entries are modulo q. Only the rows of
 * sets that do not satisfy the policy tell nothing of the secret, and that unconditionally.
 *
 * <p>Several rows may carry one attribute. Waters' proof of the encryption that this is used with
 * (ePrint 2008/290, section 3) allows it under decisional parallel BDHE, on the condition that each
 * row has randomness of its own; a signature that proves row by row does not care. Proofs by dual
 * systems (Lewko et al. 2010) do not allow it: a scheme that rests on one must refuse such
 * programs.
 *
 * <p>Immutable. Making one costs about as many multiplications modulo q as it has entries; no group
 * element is involved.
 */
public final class SpanProgram {

  /**
   * One row of M.
   *
   * @param attribute its label
   * @param coefficients as many as there are columns
   * @param indispensable whether it has the same weight in every combination of rows that gives the
   *     target, so that nobody puts it together without this row: so it is exactly if all gates
   *     above ask for all of their parts
   */
  public record Row(Attribute attribute, List<Scalar> coefficients, boolean indispensable) {

    /** Keeps a copy. */
    public Row {
      coefficients = List.copyOf(coefficients);
    }
  }

  /**
   * What a row counts for when the target is put together.
   *
   * @param row its index, from 0
   * @param omega never zero
   */
  public record Weight(int row, Scalar omega) {}

  private final Node policy;
  private final List<Row> rows;
  private final int columns;

  private SpanProgram(Node policy, SpanProgramBuilder builder) {
    this.policy = policy;
    this.rows = builder.rows();
    this.columns = builder.columns();
  }

  static SpanProgram of(Node policy) {
    return new SpanProgram(policy, SpanProgramBuilder.expand(policy));
  }

  /** The rows, in the order in which the attributes stand in the text. */
  public List<Row> rows() {
    return rows;
  }

  /** The number of columns, at most as many as rows. */
  public int columns() {
    return columns;
  }

  /**
   * Shares {@code secret}: a random vector that begins with it, and its product with each row. As
   * many shares as rows.
   */
  public List<Scalar> shares(Scalar secret, RandomSource random) {
    List<Scalar> vector = new ArrayList<>();
    vector.add(secret);
    while (vector.size() < columns) {
      vector.add(Scalar.random(random));
    }
    return shares(vector);
  }

  /**
   * The product of each row with {@code vector}, which begins with the secret: for whoever derives
   * the randomness.
   *
   * @throws IllegalArgumentException unless there is one number for each column
   */
  public List<Scalar> shares(List<Scalar> vector) {
    if (vector.size() != columns) {
      throw new IllegalArgumentException("one number for each column");
    }
    return rows.stream().map(row -> product(row.coefficients(), vector)).toList();
  }

  /**
   * Weights omega such that the sum of omega_i M_i over rows labelled with {@code attributes} is
   * (1, 0, ..., 0): then the same sum of the shares is the secret. Of all ways the one with the
   * fewest rows, and of those the leftmost in the text; always the same. Ordered by row; empty if
   * the attributes do not satisfy the policy.
   */
  public Optional<List<Weight>> reconstruction(Set<Attribute> attributes) {
    return Reconstruction.of(policy, attributes);
  }

  /** The sum of {@code weights} times the rows: one number for each column. */
  public List<Scalar> combination(List<Scalar> weights) {
    if (weights.size() != rows.size()) {
      throw new IllegalArgumentException("one weight for each row");
    }
    return IntStream.range(0, columns)
        .mapToObj(
            j -> product(rows.stream().map(row -> row.coefficients().get(j)).toList(), weights))
        .toList();
  }

  /**
   * A random one of all the weights whose {@link #combination} is zero. Added to a reconstruction
   * times c it gives a random one of all the weights whose combination is (c, 0, ..., 0), and
   * nothing in it tells which rows the reconstruction took.
   */
  public List<Scalar> randomRelation(RandomSource random) {
    return RandomRelation.of(policy, random);
  }

  private static Scalar product(List<Scalar> coefficients, List<Scalar> vector) {
    Scalar sum = Scalar.of(0);
    for (int j = 0; j < vector.size(); j++) {
      if (!coefficients.get(j).isZero()) {
        sum = sum.add(coefficients.get(j).multiply(vector.get(j)));
      }
    }
    return sum;
  }
}
