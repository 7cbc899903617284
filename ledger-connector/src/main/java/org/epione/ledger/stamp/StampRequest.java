package org.epione.ledger.stamp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.random.RandomSource;
import org.epione.ledger.transparency.Checkpoint;

/** A question to a time stamp authority (TimeStampReq, RFC 3161), which only its answer answers. */
public final class StampRequest {

  /** Media type of a request. */
  public static final String TYPE = "application/timestamp-query";

  private static final int NONCE_BYTES = 16;

  private final Checkpoint head;
  private final TimeStampRequest request;

  private StampRequest(Checkpoint head, TimeStampRequest request) {
    this.head = head;
    this.request = request;
  }

  /** Asks for a stamp on this head, with the signer's certificate. */
  public static StampRequest of(Checkpoint head, RandomSource random) {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    return new StampRequest(
        head,
        generator.generate(
            TSPAlgorithms.SHA256,
            HeadStamp.imprint(head),
            new BigInteger(1, random.bytes(NONCE_BYTES))));
  }

  /** What is sent. */
  public byte[] der() {
    try {
      return request.getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The stamp in an answer.
   *
   * @throws BadStampException if it is not the answer to this, or does not verify
   */
  public HeadStamp accept(byte[] answer, StampAuthorities authorities) throws BadStampException {
    HeadStamp stamp = new HeadStamp(ByteString.of(answer));
    stamp.verify(head, authorities);
    try {
      new TimeStampResponse(answer).validate(request);
    } catch (TSPException | IOException | RuntimeException e) {
      throw new BadStampException("the time stamp answers another question");
    }
    return stamp;
  }
}
