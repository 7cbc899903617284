package org.epione.opinion;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.epione.custody.boundary.KeySession;
import org.epione.opinion.boundary.OpinionCaseView;
import org.epione.opinion.boundary.OpinionDesk;
import org.epione.opinion.boundary.OpinionForm;
import org.epione.opinion.boundary.OpinionRequestView;
import org.epione.opinion.boundary.Opinions;
import org.epione.opinion.boundary.VisitEntry;
import org.epione.opinion.boundary.VisitView;
import org.epione.team.Clinic;
import org.epione.team.Clinic.Person;
import org.epione.team.Treatment;
import org.epione.team.boundary.MyTreatments;
import org.epione.team.boundary.SigningView;
import org.epione.team.boundary.TeamDesk;
import org.epione.team.boundary.TeamEdit;
import org.epione.team.boundary.Turns;

/** What people do when a doctor of another hospital gives her opinion in a {@link Treatment}. */
public final class Visiting {

  public static final String QUESTION = "Would you operate?";

  private final Clinic clinic;
  private final Treatment treatment;
  private final String id;
  public final Person visitor;
  public final Person colleague;

  /** A neighbouring hospital with two doctors, and an episode of the first two doctors here. */
  public Visiting(Clinic clinic) throws Exception {
    this.clinic = clinic;
    this.treatment = new Treatment(clinic);
    clinic.admitNeighbour();
    this.visitor = clinic.neighbour("Dr. Clark");
    this.colleague = clinic.neighbour("Dr. Davis");
    this.id =
        treatment.open(
            clinic.doctors.subList(0, 2).stream().map(each -> each.account().toString()).toList());
    treatment.authorise(id);
  }

  public Treatment treatment() {
    return treatment;
  }

  public String id() {
    return id;
  }

  private Opinions opinions() {
    return clinic.bean(Opinions.class);
  }

  private Person lead() {
    return treatment.doctor(1);
  }

  /** The lead asks. */
  public void ask(String doctor) throws Exception {
    ask(id, doctor);
  }

  public void ask(String episode, String doctor) throws Exception {
    OpinionForm form = new OpinionForm(Clinic.NEIGHBOUR.value(), doctor, QUESTION);
    clinic.as(
        lead(),
        () -> {
          clinic.bean(OpinionDesk.class).ask(episode, form);
          return null;
        });
    clinic.wire.deliverAll();
  }

  public void takeBack() throws Exception {
    String question = requests().get(0).id();
    clinic.as(
        lead(),
        () -> {
          clinic.bean(OpinionDesk.class).takeBack(id, question);
          return null;
        });
    clinic.wire.deliverAll();
  }

  public List<OpinionRequestView> requests() throws Exception {
    return clinic.as(lead(), () -> clinic.bean(OpinionDesk.class).asked(id));
  }

  public String state() throws Exception {
    List<OpinionRequestView> all = requests();
    return all.get(all.size() - 1).state();
  }

  public List<OpinionCaseView> asked(Person doctor) throws Exception {
    return clinic.as(doctor, () -> opinions().asked());
  }

  /** She agrees. */
  public void accept() throws Exception {
    acceptOnly();
    clinic.wire.deliverAll();
  }

  public void acceptOnly() throws Exception {
    String question = asked(visitor).get(0).id();
    clinic.as(
        visitor,
        () -> {
          opinions().accept(question, Clinic.PASSWORD);
          return null;
        });
  }

  public void decline(String question) throws Exception {
    clinic.as(
        visitor,
        () -> {
          opinions().decline(question);
          return null;
        });
    clinic.wire.deliverAll();
  }

  /** She is proposed to sign before the doctor at that place. */
  public void propose(int place) throws Exception {
    String account =
        clinic.as(lead(), () -> clinic.bean(TeamDesk.class).doctors(id)).stream()
            .filter(each -> each.name().startsWith("Dr. Clark"))
            .findFirst()
            .orElseThrow()
            .account()
            .toString();
    treatment.propose(lead(), id, new TeamEdit(place, false, Optional.of(account)), "an opinion");
  }

  /** Asked, agreed, proposed and allowed: she signs second of three. */
  public void join() throws Exception {
    ask("clark");
    accept();
    propose(2);
    treatment.agree(id);
  }

  public void passOn() throws Exception {
    clinic.as(
        lead(),
        () -> {
          clinic.bean(Turns.class).passOn(treatment.keys(1), id);
          return null;
        });
    clinic.wire.deliverAll();
  }

  /** Joined, with the first part written and readable for her. */
  public void reach() throws Exception {
    join();
    treatment.sign(id, 1, "one");
  }

  public List<VisitEntry> turns() throws Exception {
    return clinic.as(visitor, () -> opinions().turns());
  }

  public VisitView read() throws Exception {
    String question = turns().get(0).id();
    return clinic.as(visitor, () -> opinions().open(keys(), question));
  }

  public void sign(String text) throws Exception {
    signOnly(text);
    clinic.wire.deliverAll();
  }

  public void signOnly(String text) throws Exception {
    clinic.later(Duration.ofMinutes(1));
    VisitEntry turn = turns().get(0);
    clinic.as(
        visitor,
        () -> {
          SigningView shown = opinions().prepare(keys(), turn.id(), turn.step(), text);
          opinions().sign(keys(), turn.id(), turn.step(), shown.contentDigest(), Clinic.PASSWORD);
          return null;
        });
  }

  public void sendBack(String reason) throws Exception {
    clinic.later(Duration.ofMinutes(1));
    VisitEntry turn = turns().get(0);
    clinic.as(
        visitor,
        () -> {
          opinions().sendBack(keys(), turn.id(), turn.step(), 1, reason);
          return null;
        });
    clinic.wire.deliverAll();
  }

  public void withdrawWarrant() throws Exception {
    clinic.later(Duration.ofMinutes(1));
    clinic.as(
        clinic.patient,
        () -> {
          clinic.bean(MyTreatments.class).withdraw(id, 2, Clinic.PASSWORD);
          return null;
        });
    clinic.wire.deliverAll();
  }

  public KeySession keys() {
    return visitor.keys().orElseThrow();
  }
}
