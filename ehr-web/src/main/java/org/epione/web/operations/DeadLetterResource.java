package org.epione.web.operations;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.epione.deadletter.boundary.DeadLetterView;
import org.epione.deadletter.boundary.DeadLetters;
import org.jspecify.annotations.Nullable;

/** Messages that could not be handled, for a hospital's administrator or the system manager. */
@Path("dead-letters")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeadLetterResource {

  @EJB private DeadLetters letters;

  /** A failed message; absent members are left out. */
  public record Letter(
      long id,
      String queue,
      String type,
      String receiver,
      Instant time,
      String reason,
      int attempts,
      String state,
      @Nullable Instant decided,
      @Nullable String decisionReason) {

    private static Letter of(DeadLetterView letter) {
      return new Letter(
          letter.id(),
          letter.queue(),
          letter.type(),
          letter.receiver(),
          letter.arrived(),
          letter.reason(),
          letter.attempts(),
          letter.state().name(),
          letter.decided().orElse(null),
          letter.decisionReason().orElse(null));
    }
  }

  /** Why a message is given up. */
  public record Discard(@Nullable String reason) {}

  /** Newest first, decided ones too. */
  @GET
  public List<Letter> all() {
    return letters.list().stream().map(Letter::of).toList();
  }

  /** Sends it to its queue once more. */
  @POST
  @Path("{id: \\d{1,18}}/replay")
  @Consumes(MediaType.WILDCARD)
  public void replay(@PathParam("id") long id) {
    letters.replay(id);
  }

  /** Gives it up, with a reason. */
  @POST
  @Path("{id: \\d{1,18}}/discard")
  public void discard(@PathParam("id") long id, @Nullable Discard discard) {
    letters.discard(id, discard == null ? "" : Objects.requireNonNullElse(discard.reason(), ""));
  }
}
