package org.epione.web.history;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.epione.custody.boundary.KeySession;
import org.epione.history.boundary.HistorySearch;
import org.epione.history.boundary.SearchView;
import org.epione.web.input.Input;
import org.epione.web.session.SignedInUser;
import org.jspecify.annotations.Nullable;

/** A patient searches her own records for a symptom, over REST. */
@Path("record-searches")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HistoryResource {

  @EJB private HistorySearch history;
  @Inject private SignedInUser user;

  /** What to search for. */
  public record Search(@Nullable String symptomCode) {

    /** Without the symptom. */
    @Override
    public String toString() {
      return "Search";
    }
  }

  /** The searches of the last day, latest first. */
  @GET
  public List<SearchView> all() {
    return history.of(user.keySession().account());
  }

  /** Begins a search; 202, and the search to ask again for. */
  @POST
  public Response begin(@Nullable Search body) {
    KeySession session = user.keySession();
    String code = Input.needed(Input.body(body).symptomCode(), "symptomCode");
    return Response.accepted(history.begin(session, session.account(), code)).build();
  }

  /** How far a search is, and what it has found. */
  @GET
  @Path("{id}")
  public SearchView one(@PathParam("id") String id) {
    return history.one(user.keySession().account(), id);
  }
}
