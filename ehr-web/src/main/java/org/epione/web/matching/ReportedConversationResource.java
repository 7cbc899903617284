package org.epione.web.matching;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.epione.matching.boundary.ReportView;
import org.epione.matching.boundary.ReportedConversations;
import org.epione.matching.boundary.ReportedMessage;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/** What patients of a hospital reported, for its administrator. */
@Path("reported-conversations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReportedConversationResource {

  @EJB private ReportedConversations reports;

  /** What was found and done. */
  public record Closing(@Nullable String note) {}

  /** All. */
  @GET
  public List<ReportView> all() {
    return reports.all();
  }

  /** What was written in one. */
  @GET
  @Path("{id}")
  public List<ReportedMessage> read(@PathParam("id") String id) {
    return reports.read(id);
  }

  /** Closes one. */
  @POST
  @Path("{id}/closing")
  public ReportView close(@PathParam("id") String id, @Nullable Closing body) {
    return reports.close(id, Input.text(Input.body(body).note()));
  }
}
