package org.epione.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.random.SecureRandomSource;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures and prints Markdown: README.md. */
public final class Main {

  private static final int ROUNDS = 25;
  private static final int MILLISECONDS = 40;

  private Main() {}

  /**
   * Measures.
   *
   * @param arguments the number of rounds, and the milliseconds for each work in a round; both may
   *     be left out
   */
  public static void main(String[] arguments) throws RunnerException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
    int moment = arguments.length > 1 ? Integer.parseInt(arguments[1]) : MILLISECONDS;
    BilinearGroup group = BlstGroup.load();
    CryptoSuite suite = CryptoSuite.create(new SecureRandomSource(), group);
    List<Work> operations = new Primitives(group, suite.random()).all();
    List<Work> others = new SymmetricPrimitives(suite).all();
    List<Algorithm> algorithms = new ArrayList<>();
    algorithms.addAll(new Scoped(suite).all());
    Liu liu = new Liu(suite);
    algorithms.addAll(liu.all());
    algorithms.addAll(new Signatures(suite).all());
    algorithms.addAll(new IdentitySchemes(suite).all());
    PolicySchemes policies = new PolicySchemes(suite);
    algorithms.addAll(policies.encryption());
    algorithms.addAll(policies.reEncryption());
    algorithms.addAll(new AnonymousSignatures(suite).all());
    algorithms.addAll(new KeyExchange(suite).all());
    algorithms.addAll(new Attachments(suite).all());
    List<Work> phases = liu.phaseWorks();
    List<Work> all =
        Stream.of(operations, others, phases, algorithms.stream().map(Algorithm::work).toList())
            .flatMap(List::stream)
            .toList();
    Times times = Times.measure(all, rounds, TimeValue.milliseconds(moment));
    System.out.println(
        new Report(times)
            .title("Operations of the pairing group")
            .operations(operations)
            .parts()
            .title("Other operations")
            .operations(others)
            .title("Algorithms")
            .algorithms(algorithms)
            .title("Phases of Liu, Table 5")
            .phases(Liu.phases())
            .title("Goals")
            .goals(goals()));
  }

  private static List<Goal> goals() {
    return List.of(
        new Goal("SCOPED: validity of ten, together", "SCOPED: validity of ten, one by one", 0.6),
        new Goal(
            "multisignature: ten chains of one team, together",
            "multisignature: ten chains of one team, one by one",
            0.4),
        new Goal(
            "multisignature: ten chains of ten teams, together",
            "multisignature: ten chains of ten teams, one by one",
            1),
        new Goal(PolicySchemes.DECRYPT, Primitives.product(12), 1.2));
  }
}
