package org.epione.sharing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.record.RecordType;
import org.epione.sharing.boundary.BundleDecision;
import org.epione.sharing.boundary.BundleForm;
import org.epione.sharing.boundary.CaseView;
import org.epione.sharing.boundary.InquiryView;
import org.epione.sharing.boundary.Purpose;
import org.epione.sharing.boundary.RequestView;

/** The steps of one request for several records, each with all messages delivered. */
final class BundleSteps {

  private final World world;
  private final Steps steps;

  BundleSteps(World world) {
    this.world = world;
    this.steps = new Steps(world);
  }

  /** Asks for these in one act; the name of the act. */
  String ask(FinishedEpisode... episodes) throws Exception {
    String bundle = sign(List.of(episodes).stream().map(FinishedEpisode::reference).toList());
    world.delivery.all();
    return bundle;
  }

  /** Asks, and delivers nothing yet. */
  String sign(List<String> references) throws Exception {
    return sign(references, Optional.empty());
  }

  /** Asks for these, and for further ones of that kind; delivers nothing yet. */
  String sign(List<String> references, Optional<String> further) throws Exception {
    BundleForm form =
        new BundleForm(
            "HOSPITAL-A", references, Purpose.TREAT, world.now().plus(Duration.ofDays(7)), further);
    return world
        .as(world.asking, () -> steps.requests().askTogether(form, Person.password()))
        .get(0)
        .bundle()
        .orElseThrow();
  }

  /** What waits for a patient under that act. */
  List<InquiryView> waiting(Person patient) throws Exception {
    return world.as(patient, () -> steps.consents().waiting());
  }

  /** The patient's request for that record. */
  String request(FinishedEpisode episode) throws Exception {
    return world.as(world.asking, () -> steps.requests().mine()).stream()
        .filter(each -> each.reference().equals(episode.reference()))
        .map(RequestView::id)
        .findFirst()
        .orElseThrow();
  }

  void decide(String bundle, List<FinishedEpisode> allowed, List<FinishedEpisode> refused)
      throws Exception {
    decide(new BundleDecision(bundle, ids(allowed), ids(refused), List.of()));
    world.delivery.all();
  }

  void decide(BundleDecision decision) throws Exception {
    world.run(world.patient, () -> steps.consents().decideTogether(decision, Person.password()));
  }

  void withdraw(String bundle, List<FinishedEpisode> episodes) throws Exception {
    List<String> requests = ids(episodes);
    world.run(
        world.patient,
        () -> steps.consents().withdrawTogether(bundle, requests, Person.password()));
    world.delivery.all();
  }

  /** The officer orders all keys that wait. */
  void order() throws Exception {
    List<String> waiting =
        cases().stream().filter(each -> each.state().equals("WAITING")).map(CaseView::id).toList();
    world.run(world.officer, () -> steps.desk().issueTogether(waiting));
  }

  List<CaseView> cases() throws Exception {
    return world.as(world.officer, () -> steps.desk().cases());
  }

  String state(FinishedEpisode episode) throws Exception {
    return steps.request(request(episode)).state();
  }

  /** How many records of that type stand on the chain of hospital A about the episode. */
  long onChain(FinishedEpisode episode, RecordType type) {
    return world.bean(Chains.class).recordsOf("HOSPITAL-A", episode.facts().episode()).stream()
        .filter(each -> each.record().type() == type)
        .count();
  }

  private List<String> ids(List<FinishedEpisode> episodes) throws Exception {
    List<String> ids = new java.util.ArrayList<>();
    for (FinishedEpisode each : episodes) {
      ids.add(request(each));
    }
    return ids;
  }
}
