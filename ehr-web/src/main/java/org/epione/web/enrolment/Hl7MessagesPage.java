package org.epione.web.enrolment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.epione.enrolment.boundary.Hl7MessageView;
import org.epione.enrolment.boundary.HospitalMessages;
import org.jspecify.annotations.Nullable;

/** The HL7 messages that were not done as they asked, for a hospital's administrator. */
@Named
@RequestScoped
public class Hl7MessagesPage {

  @EJB private HospitalMessages messages;

  private @Nullable List<Hl7MessageView> failed;

  public List<Hl7MessageView> getFailed() {
    if (failed == null) {
      failed = messages.failed();
    }
    return failed;
  }
}
