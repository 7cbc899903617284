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
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.matching.boundary.MatchingView;
import org.epione.matching.boundary.Reach;
import org.epione.matching.boundary.SearchForm;
import org.epione.matching.boundary.StepForm;
import org.epione.matching.boundary.SymptomMatch;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/**
 * Matching, for the browser of a signed-in patient, which does the cryptography. Bytes go in
 * hexadecimal.
 */
@Path("matching")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MatchingResource {

  private static final int FIRST = 1;

  @EJB private SymptomMatch matching;

  /** What the browser made of a new matching password, with the password of the account. */
  public record Vault(@Nullable String salt, @Nullable String probe, @Nullable String password) {

    /** Without what is in it. */
    @Override
    public String toString() {
      return "Vault";
    }
  }

  /** A search to begin. */
  public record Search(
      @Nullable String reach,
      @Nullable String sealed,
      @Nullable Boolean agreed,
      @Nullable String password) {

    /** Without what is in it. */
    @Override
    public String toString() {
      return "Search";
    }
  }

  /** What is said in a comparison, and kept. */
  public record Step(
      @Nullable String share, @Nullable String confirmation, @Nullable String sealed) {}

  /** A message of a conversation. */
  public record Message(@Nullable Integer number, @Nullable String sealed) {}

  /** What a conversation is disclosed with. */
  public record Disclosure(
      @Nullable String key, @Nullable String reason, @Nullable String password) {

    /** Without what is in it. */
    @Override
    public String toString() {
      return "Disclosure";
    }
  }

  /** Where it stands. */
  @GET
  public MatchingJson mine() {
    return MatchingJson.of(matching.mine());
  }

  /** Chooses a matching password. */
  @POST
  @Path("password")
  public MatchingJson setPassword(@Nullable Vault body) {
    Vault given = Input.body(body);
    ByteString salt = bytes(given.salt(), "salt");
    ByteString probe = bytes(given.probe(), "probe");
    return proven(given.password(), copy -> matching.setPassword(salt, probe, copy));
  }

  /** Forgets it, and all that it opened. */
  @POST
  @Path("password/removal")
  public MatchingJson startOver(@Nullable Password body) {
    return proven(body == null ? null : body.password(), matching::startOver);
  }

  /** Begins a search. */
  @POST
  @Path("searches")
  public MatchingJson begin(@Nullable Search body) {
    Search given = Input.body(body);
    SearchForm form =
        new SearchForm(
            Input.choice(Reach.class, given.reach()),
            bytes(given.sealed(), "sealed"),
            Boolean.TRUE.equals(given.agreed()));
    return proven(given.password(), copy -> matching.begin(form, copy));
  }

  /** Ends the one that runs. */
  @POST
  @Path("searches/end")
  public MatchingJson end() {
    return MatchingJson.of(matching.end());
  }

  /** The next step of a comparison. */
  @POST
  @Path("exchanges/{id}/step")
  public Response step(@PathParam("id") String id, @Nullable Step body) {
    Step given = Input.body(body);
    matching.step(
        id,
        new StepForm(
            maybe(given.share(), "share"),
            maybe(given.confirmation(), "confirmation"),
            bytes(given.sealed(), "sealed")));
    return Response.noContent().build();
  }

  /** Keeps what the browser noted. */
  @POST
  @Path("exchanges/{id}/note")
  public Response note(@PathParam("id") String id, @Nullable Step body) {
    matching.note(id, bytes(Input.body(body).sealed(), "sealed"));
    return Response.noContent().build();
  }

  /** What was said. */
  @GET
  @Path("exchanges/{id}/messages")
  public List<MatchingJson.SaidJson> read(@PathParam("id") String id) {
    return matching.read(id).stream().map(MatchingJson.SaidJson::of).toList();
  }

  /** Says something. */
  @POST
  @Path("exchanges/{id}/messages")
  public Response say(@PathParam("id") String id, @Nullable Message body) {
    Message given = Input.body(body);
    Integer number = given.number();
    if (number == null || number < FIRST) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "number is needed, from 1.");
    }
    matching.say(id, number, bytes(given.sealed(), "sealed"));
    return Response.noContent().build();
  }

  /** Leaves a conversation. */
  @POST
  @Path("exchanges/{id}/end")
  public Response leave(@PathParam("id") String id) {
    matching.leave(id);
    return Response.noContent().build();
  }

  /** Leaves it for good. */
  @POST
  @Path("exchanges/{id}/block")
  public Response block(@PathParam("id") String id) {
    matching.block(id);
    return Response.noContent().build();
  }

  /** Discloses it to the hospital's administrator. */
  @POST
  @Path("exchanges/{id}/report")
  public Response report(@PathParam("id") String id, @Nullable Disclosure body) {
    Disclosure given = Input.body(body);
    ByteString key = bytes(given.key(), "key");
    String reason = Input.needed(given.reason(), "reason");
    char[] password = Password.characters(given.password());
    try {
      matching.report(id, key, reason, password);
      return Response.noContent().build();
    } catch (WrongPasswordException wrong) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /** An act that the password of the account is asked again for. */
  @FunctionalInterface
  private interface Act {
    MatchingView with(char[] password) throws WrongPasswordException;
  }

  private static MatchingJson proven(@Nullable String typed, Act act) {
    char[] password = Password.characters(typed);
    try {
      return MatchingJson.of(act.with(password));
    } catch (WrongPasswordException wrong) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static ByteString bytes(@Nullable String hex, String name) {
    return ByteString.of(Input.hex(hex, name));
  }

  private static Optional<ByteString> maybe(@Nullable String hex, String name) {
    return hex == null ? Optional.empty() : Optional.of(bytes(hex, name));
  }
}
