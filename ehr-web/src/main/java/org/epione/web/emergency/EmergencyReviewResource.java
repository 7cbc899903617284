package org.epione.web.emergency;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.epione.emergency.boundary.EmergencyReviews;
import org.epione.emergency.boundary.EmergencyView;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/** The hospital reviews its emergencies, over REST. */
@Path("emergency-reviews")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EmergencyReviewResource {

  /**
   * A finding, as a client sends it.
   *
   * @param justified what was found; needed
   * @param words in which words
   * @param password of whoever closes it
   */
  public record Finding(
      @Nullable Boolean justified, @Nullable String words, @Nullable String password) {

    /** Without words and password. */
    @Override
    public String toString() {
      return "Finding";
    }
  }

  @EJB private EmergencyReviews reviews;

  /** Those whose review is open first. */
  @GET
  public List<EmergencyView> emergencies() {
    return reviews.emergencies();
  }

  /** Closes a review. */
  @POST
  @Path("{id}/finding")
  public Response close(@PathParam("id") String id, @Nullable Finding body) {
    Finding finding = Input.body(body);
    boolean justified = Input.body(finding.justified());
    Password.with(
        finding.password(),
        typed -> reviews.close(id, justified, Input.text(finding.words()), typed));
    return Response.noContent().build();
  }
}
