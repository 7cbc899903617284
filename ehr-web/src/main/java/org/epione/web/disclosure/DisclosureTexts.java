package org.epione.web.disclosure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.epione.disclosure.boundary.Basis;
import org.epione.disclosure.boundary.ComplaintView;
import org.epione.disclosure.boundary.Disclosure;
import org.epione.ledger.record.RecordType;
import org.epione.web.sharing.SharingTexts;
import org.epione.web.shell.Texts;
import org.epione.web.shell.Times;

/** Disclosures and complaints in plain words. */
@Named
@RequestScoped
public class DisclosureTexts {

  private static final String BUNDLE = "disclosureText";

  @Inject private Texts texts;
  @Inject private Times times;
  @Inject private SharingTexts sharing;

  /** Who did it. */
  public String who(Disclosure each) {
    return each.name().isEmpty() ? texts.get(BUNDLE, "you") : each.name();
  }

  /** In which role and from where; of the system manager, for whose request. */
  public String position(Disclosure each) {
    if (each.role().equals(RecordType.Author.SYSTEM_MANAGER.name()) && !each.hospital().isEmpty()) {
      return texts.get(BUNDLE, "position.request", each.hospital());
    }
    return Stream.of(
            each.role().isEmpty() ? "" : texts.get(BUNDLE, "role." + each.role()), each.hospital())
        .filter(word -> !word.isEmpty() && !word.equals(each.name()))
        .collect(Collectors.joining(", "));
  }

  /** What was done or tried; its code where there is no word for it. */
  public String act(String what) {
    return texts.find(BUNDLE, "act." + what).orElse(what);
  }

  /** What was done or tried, by a guardian in other words than by a stranger. */
  public String done(Disclosure each) {
    return (each.basis() == Basis.GUARDIAN
            ? texts.find(BUNDLE, "guardian." + each.what())
            : Optional.<String>empty())
        .orElseGet(() -> act(each.what()));
  }

  /** By what right. */
  public String basis(Disclosure each) {
    String key = "basis." + each.basis();
    return each.consentAt()
        .map(at -> texts.get(BUNDLE, key + ".at", times.text(at)))
        .orElseGet(() -> texts.get(BUNDLE, key));
  }

  /** What for; empty where nothing was said. */
  public String purpose(Disclosure each) {
    return each.purpose()
        .map(purpose -> texts.get(BUNDLE, "purpose", sharing.purpose(purpose)))
        .orElse("");
  }

  /** What a screen reader calls the button that reports it. */
  public String report(Disclosure each) {
    return texts.get(BUNDLE, "report.of", who(each) + " " + done(each));
  }

  /** What a screen reader calls the button that opens it. */
  public String look(ComplaintView each) {
    return texts.get(BUNDLE, "desk.lookAt", times.text(each.filedAt()));
  }

  /** Where a complaint stands. */
  public String outcome(ComplaintView each) {
    return each.outcome()
        .map(outcome -> texts.get(BUNDLE, "outcome." + outcome))
        .orElseGet(() -> texts.get(BUNDLE, "complaint.open"));
  }

  /** How that is marked. */
  public String mark(ComplaintView each) {
    return each.outcome().isPresent() ? "good" : "warn";
  }
}
