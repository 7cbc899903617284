package org.epione.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.epione.crypto.CryptoSuite;
import org.epione.demo.DemonstrationData.Meeting;
import org.epione.demo.DemonstrationData.Patient;
import org.epione.demo.client.Comparison;
import org.epione.demo.client.MatchedConversation;
import org.epione.demo.client.PortalRefusal;
import org.epione.demo.client.SymptomSeeker;

/**
 * Patients look for others with the same symptom, across hospitals and under pseudonyms. Two find
 * each other, agree and talk; who looks for something else learns nothing.
 */
public final class SameSymptom {
  /** What the patients' matching passwords are called in the account book. */
  public static final String PASSWORD = "matching";

  private static final String WHERE = "the patients' matching pages, and failed messages";
  private static final String SEARCHES_MADE = "EHR-3403";

  /**
   * Somebody who looks.
   *
   * @param before comparisons of earlier runs
   */
  private record Looking(SymptomSeeker seeker, boolean begun, Set<String> before) {

    List<Comparison> fresh() {
      return seeker.comparisons().stream().filter(each -> !before.contains(each.id())).toList();
    }
  }

  private final Stage stage;
  private final CryptoSuite crypto;
  private final Meeting meeting;
  private final Map<String, Looking> looking = new LinkedHashMap<>();

  /** On that stage. */
  public SameSymptom(Stage stage, CryptoSuite crypto) {
    this.stage = stage;
    this.crypto = crypto;
    this.meeting = stage.data().meeting();
  }

  /** One of them begins to look; the hospital allows three searches within a month. */
  public void look(Patient patient) {
    String password = stage.password(patient.userName());
    SymptomSeeker seeker =
        SymptomSeeker.of(
            stage.as(patient.userName()),
            crypto,
            patient.number().equals(meeting.other()) ? meeting.otherSymptom() : meeting.symptom(),
            stage.secondPassword(patient, PASSWORD),
            password);
    if (seeker.looks()) {
      seeker.end();
    }
    Set<String> before =
        seeker.comparisons().stream().map(Comparison::id).collect(Collectors.toSet());
    boolean begun = begins(seeker, password);
    looking.put(patient.number(), new Looking(seeker, begun, begun ? before : Set.of()));
    stage
        .progress()
        .line(
            patient.displayName()
                + (begun
                    ? " looks for others, in all hospitals"
                    : " has looked three times within a month; what was found then stands"));
  }

  private static boolean begins(SymptomSeeker seeker, String password) {
    try {
      seeker.begin(password);
      return true;
    } catch (PortalRefusal refusal) {
      if (refusal.code().equals(SEARCHES_MADE)) {
        return false;
      }
      throw refusal;
    }
  }

  /** Their browsers compare until the two have found each other. */
  public void compare() {
    stage
        .waiting()
        .untilTrue(
            "the comparisons",
            WHERE,
            () -> {
              looking.values().forEach(each -> each.seeker().visit());
              return pair().isPresent() && otherHasCompared();
            });
    Verified.that(other().seeker().matches().isEmpty(), "another symptom finds nobody");
    stage
        .progress()
        .verified(
            "same symptom found",
            String.join(", ", meeting.patients()),
            "",
            "in two hospitals that do not learn it; another symptom finds nobody");
  }

  /** Both agree, and talk. */
  public void talk() {
    of(Pair::first).agree();
    of(Pair::second).agree();
    stage
        .waiting()
        .untilTrue(
            "the agreement of both",
            WHERE,
            () -> pair().filter(each -> each.a().together() && each.b().together()).isPresent());
    say(Pair::first, Pair::second, meeting.hello());
    say(Pair::second, Pair::first, meeting.answer());
    stage
        .progress()
        .verified(
            "conversation",
            String.join(", ", meeting.patients()),
            "",
            "end to end encrypted, each read what the other wrote");
  }

  /** They look no further. */
  public void end() {
    for (Looking each : looking.values()) {
      if (each.seeker().looks()) {
        each.seeker().end();
      }
      Verified.that(!each.seeker().looks(), "nobody looks any more");
    }
  }

  private void say(
      Function<Pair, MatchedConversation> from,
      Function<Pair, MatchedConversation> to,
      String text) {
    if (!of(to).read().contains(text)) {
      of(from).write(text);
    }
    stage.waiting().untilTrue("a message", WHERE, () -> of(to).read().contains(text));
  }

  /** The two sides of one match, each as its own hospital tells it. */
  private record Pair(SymptomSeeker one, Comparison a, SymptomSeeker two, Comparison b) {

    MatchedConversation first() {
      return one.conversation(a);
    }

    MatchedConversation second() {
      return two.conversation(b);
    }
  }

  private MatchedConversation of(Function<Pair, MatchedConversation> side) {
    return side.apply(pair().orElseThrow(() -> new StepFailed("They have not found each other.")));
  }

  private Optional<Pair> pair() {
    Looking one = looking(meeting.patients().get(0));
    Looking two = looking(meeting.patients().get(1));
    List<Comparison> others = two.seeker().matches();
    return one.seeker().matches().stream()
        .filter(each -> !one.before().contains(each.id()))
        .flatMap(
            a ->
                others.stream()
                    .filter(b -> b.own().equals(a.peer()) && b.peer().equals(a.own()))
                    .map(b -> new Pair(one.seeker(), a, two.seeker(), b)))
        .reduce((earlier, later) -> later);
  }

  private boolean otherHasCompared() {
    long compared = other().fresh().stream().filter(each -> each.due().equals("DONE")).count();
    return !other().begun() || compared >= meeting.patients().size();
  }

  private Looking other() {
    return looking(meeting.other());
  }

  private Looking looking(String number) {
    return Optional.ofNullable(looking.get(number))
        .orElseThrow(() -> new StepFailed(number + " does not look."));
  }
}
