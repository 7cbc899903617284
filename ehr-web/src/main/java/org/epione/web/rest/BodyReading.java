package org.epione.web.rest;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.epione.platform.error.ErrorCode;

/**
 * Reads the bodies of requests: one that is no JSON of the expected form is the client's fault and
 * answered as such, and one that is longer than any that makes sense is not read to its end.
 */
@Provider
public class BodyReading implements ReaderInterceptor {
  /** The longest text of a diagnosis with every character written as an escape, and room beside. */
  static final int MAX_BYTES = 256 * 1024;

  /** The media type of a slice of an upload (that of tus), which may be longer. */
  public static final String SLICE = "application/offset+octet-stream";

  private static final int MAX_SLICE = 4 << 20;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    MediaType type = context.getMediaType();
    boolean isSlice = type != null && SLICE.equals(type.getType() + '/' + type.getSubtype());
    int most = isSlice ? MAX_SLICE : MAX_BYTES;
    Limited limited = new Limited(context.getInputStream(), most);
    context.setInputStream(limited);
    try {
      return context.proceed();
    } catch (WebApplicationException answered) {
      throw answered;
    } catch (RuntimeException | IOException unreadable) {
      // What the parser says repeats what was sent, which may be a patient's data: it is not told.
      throw limited.exceeded
          ? refusal(
              Status.REQUEST_ENTITY_TOO_LARGE,
              "The body is longer than " + most + " bytes.",
              unreadable)
          : refusal(
              Status.BAD_REQUEST,
              "The body is not the JSON object that this operation takes.",
              unreadable);
    }
  }

  private static WebApplicationException refusal(Status status, String detail, Exception cause) {
    ErrorCode code = ErrorCode.INVALID_INPUT;
    return new WebApplicationException(
        cause, Problem.response(status, code.code(), code.text(), detail));
  }

  /** Fails instead of giving more than the limit. */
  private static final class Limited extends FilterInputStream {
    private int left;
    private boolean exceeded;

    Limited(InputStream in, int most) {
      super(in);
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        exceeded = true;
        throw new ProcessingException("body too long");
      }
    }
  }
}
