package org.epione.web.enrolment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.epione.enrolment.boundary.Hl7MessageView;
import org.epione.enrolment.boundary.HospitalMessages;

/** The HL7 messages to the administrator's hospital, without their content. */
@Path("hl7-messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class Hl7MessagesResource {

  @EJB private HospitalMessages messages;

  /** A message. */
  public record MessageJson(
      String id,
      String received,
      String sender,
      String controlId,
      String event,
      String state,
      String fault,
      long size) {

    static MessageJson of(Hl7MessageView view) {
      return new MessageJson(
          view.id(),
          view.received().toString(),
          view.sender(),
          view.controlId(),
          view.event(),
          view.state().name(),
          view.fault(),
          view.size());
    }
  }

  /** The messages, newest first, or only those that failed. */
  @GET
  public List<MessageJson> messages(
      @QueryParam("failed") @DefaultValue("false") boolean failedOnly) {
    return (failedOnly ? messages.failed() : messages.all()).stream().map(MessageJson::of).toList();
  }
}
