package org.epione.disclosure.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.epione.access.boundary.AccessEntry;
import org.epione.access.boundary.AccessHistory;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Decision;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.AccountView;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Role;
import org.epione.disclosure.boundary.Basis;
import org.epione.disclosure.boundary.Disclosure;
import org.epione.enrolment.boundary.Patients;
import org.epione.party.boundary.Parties;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.team.boundary.EpisodeDirectory;
import org.epione.team.boundary.EpisodeFacts;

/**
 * What the hospital recorded of its own people and of auditors. A page that looks again by itself
 * makes many entries, so the same by the same person within an hour is told once, with its number.
 */
@ApplicationScoped
public class RecordedDisclosures {

  private static final Duration TOGETHER = Duration.ofHours(1);
  private static final Set<Act> UNDER_WARRANT =
      EnumSet.of(Act.READ_TURN, Act.WRITE_DIAGNOSIS, Act.RETURN_TURN);

  @EJB private AccessHistory history;
  @EJB private Accounts accounts;
  @EJB private Patients patients;
  @EJB private Parties parties;
  @EJB private EpisodeDirectory directory;

  private record Same(AccountId account, Act act, Subject subject, Decision decision) {}

  private static final class Group {
    private final AccessEntry first;
    private int times = 1;

    Group(AccessEntry first) {
      this.first = first;
    }
  }

  /** Those about the patient's episodes, her entry and her account, oldest first. */
  List<Disclosure> of(AccountId patient, PartyCode hospital, List<EpisodeFacts> episodes) {
    Map<String, EpisodeFacts> known =
        episodes.stream()
            .collect(Collectors.toMap(each -> each.episode().hex(), Function.identity()));
    List<AccessEntry> entries = new ArrayList<>();
    entries.addAll(
        history.byOthers(patient, SubjectKind.EPISODE, List.copyOf(known.keySet()), hospital));
    entries.addAll(
        history.byOthers(patient, SubjectKind.ACCOUNT, List.of(patient.toString()), hospital));
    patients
        .byAccount(patient)
        .ifPresent(
            each ->
                entries.addAll(
                    history.byOthers(
                        patient, SubjectKind.PATIENT, List.of(each.id().toString()), hospital)));
    Map<AccountId, Optional<AccountView>> people = new HashMap<>();
    return together(entries).stream()
        .map(
            group ->
                disclosure(
                    group,
                    people.computeIfAbsent(group.first.account(), accounts::find),
                    Optional.ofNullable(known.get(group.first.subject().id()))))
        .toList();
  }

  private static List<Group> together(List<AccessEntry> entries) {
    Map<Same, Group> open = new LinkedHashMap<>();
    List<Group> groups = new ArrayList<>();
    for (AccessEntry entry : entries) {
      Same same = new Same(entry.account(), entry.act(), entry.subject(), entry.decision());
      Group group = open.get(same);
      if (group != null && entry.occurred().isBefore(group.first.occurred().plus(TOGETHER))) {
        group.times++;
      } else {
        Group next = new Group(entry);
        open.put(same, next);
        groups.add(next);
      }
    }
    return groups;
  }

  private Disclosure disclosure(
      Group group, Optional<AccountView> person, Optional<EpisodeFacts> episode) {
    AccessEntry first = group.first;
    boolean allowed = first.decision() == Decision.PERMIT;
    Basis basis = allowed ? basis(first) : Basis.NONE;
    return new Disclosure(
        "a" + first.number(),
        first.occurred(),
        first.act().name(),
        person
            .map(AccountView::displayName)
            .or(() -> directory.visitor(first.account()))
            .orElse(first.account().toString()),
        basis == Basis.GUARDIAN ? basis.name() : first.role().name(),
        parties.name(first.party()),
        episode.map(each -> each.episode().hex()).orElse(""),
        episode.map(EpisodeFacts::reference).orElse(""),
        Optional.empty(),
        basis,
        Optional.empty(),
        Optional.empty(),
        allowed,
        Optional.empty(),
        group.times);
  }

  private static Basis basis(AccessEntry entry) {
    if (entry.role() == Role.AUDITOR) {
      return Basis.AUDIT;
    }
    if (entry.role() == Role.PATIENT) {
      // Of patients only a guardian is permitted anything about another.
      return Basis.GUARDIAN;
    }
    return UNDER_WARRANT.contains(entry.act()) ? Basis.WARRANT : Basis.DUTY;
  }
}
