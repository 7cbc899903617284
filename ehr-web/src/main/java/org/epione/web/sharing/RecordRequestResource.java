package org.epione.web.sharing;

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.BundleForm;
import org.epione.sharing.boundary.OfferView;
import org.epione.sharing.boundary.Purpose;
import org.epione.sharing.boundary.ReadingView;
import org.epione.sharing.boundary.RecordRequests;
import org.epione.sharing.boundary.RequestForm;
import org.epione.sharing.boundary.RequestView;
import org.epione.sharing.boundary.SharedRecord;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.epione.web.session.SignedInUser;
import org.jspecify.annotations.Nullable;

/** A doctor asks for records from elsewhere and reads them, over REST. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RecordRequestResource {

  @EJB private RecordRequests requests;
  @Inject private SignedInUser user;

  /**
   * What a client sends to ask for a record.
   *
   * @param purpose a {@link Purpose}
   * @param notAfter ISO 8601 in UTC
   */
  public record Ask(
      @Nullable String hospital,
      @Nullable String reference,
      @Nullable String purpose,
      @Nullable String notAfter,
      @Nullable String password) {

    /** Without what is in it. */
    @Override
    public String toString() {
      return "Ask";
    }

    RequestForm form() {
      return new RequestForm(
          Input.needed(hospital, "hospital"),
          Input.needed(reference, "reference"),
          purposeOf(purpose),
          Input.time(notAfter, "notAfter"));
    }
  }

  /**
   * What a client sends to ask for several records in one act.
   *
   * @param purpose a {@link Purpose}
   * @param notAfter ISO 8601 in UTC
   * @param further whether the patient is asked for further records
   * @param symptomCode for which; all where it is absent
   */
  public record AskTogether(
      @Nullable String hospital,
      @Nullable List<String> references,
      @Nullable String purpose,
      @Nullable String notAfter,
      @Nullable Boolean further,
      @Nullable String symptomCode,
      @Nullable String password) {

    /** Without what is in it. */
    @Override
    public String toString() {
      return "AskTogether";
    }

    BundleForm form() {
      return new BundleForm(
          Input.needed(hospital, "hospital"),
          Input.all(references, "reference"),
          purposeOf(purpose),
          Input.time(notAfter, "notAfter"),
          Boolean.TRUE.equals(further) ? Optional.of(Input.text(symptomCode)) : Optional.empty());
    }
  }

  /** Asks. */
  @POST
  @Path("record-requests")
  public Response ask(@Nullable Ask ask) {
    Ask given = Input.body(ask);
    RequestForm form = given.form();
    RequestView made = Password.use(given.password(), copy -> requests.ask(form, copy));
    return Response.status(Response.Status.CREATED).entity(made).build();
  }

  /** Asks for several records in one act. */
  @POST
  @Path("record-request-bundles")
  public Response askTogether(@Nullable AskTogether ask) {
    AskTogether given = Input.body(ask);
    BundleForm form = given.form();
    List<RequestView> made =
        Password.use(given.password(), copy -> requests.askTogether(form, copy));
    return Response.status(Response.Status.CREATED).entity(made).build();
  }

  /** What patients offered and the doctor has not asked for. */
  @GET
  @Path("record-request-bundles/offers")
  public List<OfferView> offered() {
    return requests.offered();
  }

  /** Asks for all that was offered in answer to one question. */
  @POST
  @Path("record-request-bundles/{bundle}/offered")
  public Response askForOffered(@PathParam("bundle") String bundle, @Nullable Password body) {
    List<RequestView> made =
        Password.use(
            body == null ? null : body.password(), copy -> requests.askForOffered(bundle, copy));
    return Response.status(Response.Status.CREATED).entity(made).build();
  }

  /** What the doctor asked for. */
  @GET
  @Path("record-requests")
  public List<RequestView> mine() {
    return requests.mine();
  }

  /** One of her requests. */
  @GET
  @Path("record-requests/{id}")
  public RequestView request(@PathParam("id") String id) {
    return requests.request(id);
  }

  /** Asks for what was added to a record that the doctor may read. */
  @POST
  @Path("record-requests/{id}/addenda/{reference}")
  public Response askForAddendum(
      @PathParam("id") String id,
      @PathParam("reference") String reference,
      @Nullable Password body) {
    RequestView made =
        Password.use(
            body == null ? null : body.password(),
            copy -> requests.askForAddendum(id, reference, copy));
    return Response.status(Response.Status.CREATED).entity(made).build();
  }

  /** Begins a reading. */
  @POST
  @Path("record-requests/{id}/readings")
  public Response read(@PathParam("id") String id, @Nullable Password body) {
    ReadingView begun =
        Password.use(body == null ? null : body.password(), copy -> requests.read(id, copy));
    return Response.status(Response.Status.CREATED).entity(begun).build();
  }

  /** Where a reading stands. */
  @GET
  @Path("readings/{id}")
  public ReadingView reading(@PathParam("id") String id) {
    return requests.reading(id);
  }

  /** The record itself, decrypted with the doctor's open keys. */
  @GET
  @Path("readings/{id}/record")
  public SharedRecord open(@PathParam("id") String id) {
    return requests.open(id, user.keySession());
  }

  private static Purpose purposeOf(@Nullable String given) {
    String code = Input.needed(given, "purpose");
    return Arrays.stream(Purpose.values())
        .filter(each -> each.name().equals(code))
        .findFirst()
        .orElseThrow(() -> invalid("purpose is one of " + Arrays.toString(Purpose.values())));
  }

  private static RefusedException invalid(String detail) {
    return new RefusedException(ErrorCode.INVALID_INPUT, detail + ".");
  }
}
