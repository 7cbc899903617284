package org.epione.demo.client;

/** The portal answered a request with a problem instead of doing it. */
public final class PortalRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  PortalRefusal(String request, PortalAnswer answer) {
    super(request + " was answered with " + answer.status() + ": " + reason(answer));
    this.status = answer.status();
    this.code = answer.code();
  }

  /** HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** The stable code, {@code EHR-nnnn}, or empty. */
  public String code() {
    return code;
  }

  private static String reason(PortalAnswer answer) {
    if (answer.code().isEmpty()) {
      return "no problem document (" + answer.contentType() + ")";
    }
    var problem = answer.object();
    String title = problem.getString("title", "");
    String detail = problem.getString("detail", "");
    return problem.getString("code") + " " + title + (detail.equals(title) ? "" : " " + detail);
  }
}
