package org.epione.web.team;

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
import java.util.Arrays;
import java.util.List;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.KeptDraft;
import org.epione.team.boundary.PassOnEntry;
import org.epione.team.boundary.SigningView;
import org.epione.team.boundary.TurnEntry;
import org.epione.team.boundary.TurnView;
import org.epione.team.boundary.Turns;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.epione.web.session.SignedInUser;
import org.jspecify.annotations.Nullable;

/** A doctor's inbox and turns. */
@Path("turns")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TurnResource {

  @EJB private Turns turns;
  @Inject private SignedInUser user;

  /**
   * Text to keep or to show for signing; without a step, for the turn that is open; without a
   * version, in place of whatever draft is kept.
   */
  public record Writing(@Nullable Integer step, @Nullable Integer version, @Nullable String text) {}

  /**
   * A signature: either on the text that was shown ({@code contentDigest} with its step), or on
   * this {@code text}.
   */
  public record Signature(
      @Nullable Integer step,
      @Nullable String contentDigest,
      @Nullable String text,
      @Nullable String password) {}

  /** Why it goes back, and to which place; without one, to the doctor before. */
  public record Return(@Nullable Integer step, @Nullable Integer place, @Nullable String reason) {}

  /** The inbox. */
  @GET
  public List<TurnEntry> inbox() {
    return turns.inbox();
  }

  /** Opens a turn. */
  @GET
  @Path("{episode}")
  public TurnView open(@PathParam("episode") String episode) {
    return turns.open(user.keySession(), episode);
  }

  /** Keeps unfinished text; refused with EHR-3017 if another version was kept in the meantime. */
  @POST
  @Path("{episode}/draft")
  public KeptDraft draft(@PathParam("episode") String episode, @Nullable Writing writing) {
    KeySession session = user.keySession();
    Writing given = Input.body(writing);
    return turns.saveDraft(
        session,
        episode,
        step(session, episode, given.step()),
        version(session, episode, given.version()),
        Input.text(given.text()));
  }

  /** Keeps the text and shows what signing it means. */
  @POST
  @Path("{episode}/preview")
  public SigningView preview(@PathParam("episode") String episode, @Nullable Writing writing) {
    KeySession session = user.keySession();
    Writing given = Input.body(writing);
    return turns.prepare(
        session,
        episode,
        step(session, episode, given.step()),
        version(session, episode, given.version()),
        Input.text(given.text()));
  }

  /** Signs and passes on. */
  @POST
  @Path("{episode}/signature")
  public void sign(@PathParam("episode") String episode, @Nullable Signature signature) {
    KeySession session = user.keySession();
    Signature given = Input.body(signature);
    char[] password = Password.characters(given.password());
    try {
      int step = step(session, episode, given.step());
      String shown = given.contentDigest();
      String digest =
          shown != null
              ? shown
              : turns
                  .prepare(
                      session,
                      episode,
                      step,
                      turns.draftVersion(session, episode),
                      Input.text(given.text()))
                  .contentDigest();
      turns.sign(session, episode, step, digest, password);
    } catch (WrongPasswordException wrong) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /** Sends the turn back to a doctor before. */
  @POST
  @Path("{episode}/return")
  public void sendBack(@PathParam("episode") String episode, @Nullable Return back) {
    KeySession session = user.keySession();
    Return given = Input.body(back);
    turns.sendBack(
        session,
        episode,
        step(session, episode, given.step()),
        place(session, episode, given.place()),
        Input.text(given.reason()));
  }

  /** What the caller can pass on to doctors who came into a team later. */
  @GET
  @Path("to-pass-on")
  public List<PassOnEntry> toPassOn() {
    return turns.toPassOn();
  }

  /** Lets doctors who came into the team later read what was written before. */
  @POST
  @Path("{episode}/pass-on")
  public void passOn(@PathParam("episode") String episode) {
    turns.passOn(user.keySession(), episode);
  }

  private int step(KeySession session, String episode, @Nullable Integer step) {
    return step != null ? step : turns.open(session, episode).step();
  }

  private int place(KeySession session, String episode, @Nullable Integer place) {
    return place != null ? place : turns.open(session, episode).place() - 1;
  }

  private int version(KeySession session, String episode, @Nullable Integer version) {
    return version != null ? version : turns.draftVersion(session, episode);
  }
}
