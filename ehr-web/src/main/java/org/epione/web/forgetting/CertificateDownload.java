package org.epione.web.forgetting;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A certificate as a file that browsers save. */
final class CertificateDownload {

  private CertificateDownload() {}

  static Response of(byte[] file) {
    return Response.ok(file, "text/plain; charset=UTF-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"certificate-of-forgetting.txt\"")
        .build();
  }
}
