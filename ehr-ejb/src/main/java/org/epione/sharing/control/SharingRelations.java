package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.epione.access.boundary.Relation;
import org.epione.access.boundary.RelationSource;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Role;
import org.epione.guardian.boundary.Guardians;
import org.epione.ledger.record.RequestId;
import org.epione.platform.identity.AccountId;
import org.epione.sharing.entity.Inquiry;
import org.epione.sharing.entity.RecordRequest;
import org.epione.sharing.entity.RequestState;

/** How callers stand to requests: made it, was granted it, or is the patient it is about. */
@ApplicationScoped
public class SharingRelations implements RelationSource {

  @EJB private Guardians guardians;
  @Inject private RequestRegister requests;
  @Inject private InquiryRegister inquiries;
  @Inject private Clock clock;

  @Override
  public Set<SubjectKind> kinds() {
    return Set.of(SubjectKind.REQUEST);
  }

  @Override
  public Set<Relation> relations(Caller caller, Subject subject) {
    Set<Relation> relations = EnumSet.noneOf(Relation.class);
    RequestId id = Ids.request(subject.id());
    Optional<RecordRequest> made =
        requests.find(id).filter(each -> each.doctor().equals(caller.accountId()));
    if (made.isPresent()) {
      relations.add(Relation.REQUESTER);
    }
    if (made.filter(this::isGranted).isPresent()) {
      relations.add(Relation.GRANTEE);
    }
    Optional<AccountId> patient = inquiries.find(id).map(Inquiry::patient);
    if (patient.filter(caller.accountId()::equals).isPresent()) {
      relations.add(Relation.SELF);
    }
    if (caller.role() == Role.PATIENT
        && patient.filter(each -> guardians.isGuardian(caller.accountId(), each)).isPresent()) {
      relations.add(Relation.GUARDIAN);
    }
    return relations;
  }

  private boolean isGranted(RecordRequest request) {
    return request.state() == RequestState.READY
        && request.notAfter().filter(end -> !clock.instant().isAfter(end)).isPresent();
  }
}
