package org.epione.ledger.stamp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.transparency.Checkpoint;

/**
 * A time stamp authority's word that a head of a log existed by then: a TimeStampResp (RFC 3161,
 * DER) over the SHA-256 of the checkpoint's text, which any other tool can verify.
 *
 * @param response at most 65,536 bytes
 */
public record HeadStamp(ByteString response) {

  /** Longest response in bytes. */
  public static final int MAX_LENGTH = 65_536;

  /** SHA-256 of what is stamped. */
  static byte[] imprint(Checkpoint head) {
    return Digest.of(head.text().getBytes(StandardCharsets.UTF_8)).bytes();
  }

  /**
   * Whether it is of this head, signed by an authority that counts.
   *
   * @return when, by the authority's clock
   * @throws BadStampException if it is not
   */
  public Instant verify(Checkpoint head, StampAuthorities authorities) throws BadStampException {
    TimeStampToken token = token();
    try {
      if (!token.getTimeStampInfo().getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
          || !Arrays.equals(token.getTimeStampInfo().getMessageImprintDigest(), imprint(head))) {
        throw new BadStampException("the time stamp is of something else");
      }
      X509CertificateHolder signer = signer(token);
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
      Instant time = token.getTimeStampInfo().getGenTime().toInstant();
      JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
      if (!authorities.certify(
          converter.getCertificate(signer), certificates(token, converter), time)) {
        throw new BadStampException("the time stamp is of an authority that does not count");
      }
      return time;
    } catch (TSPException | OperatorCreationException | CertificateException e) {
      throw new BadStampException("the time stamp does not hold", e);
    } catch (RuntimeException e) {
      // Bouncy Castle's for what its parsers did not expect.
      throw new BadStampException("the time stamp is malformed", e);
    }
  }

  private TimeStampToken token() throws BadStampException {
    if (response.size() > MAX_LENGTH) {
      throw new BadStampException("a time stamp has at most " + MAX_LENGTH + " bytes");
    }
    try {
      TimeStampToken token = new TimeStampResponse(response.bytes()).getTimeStampToken();
      if (token != null) {
        return token;
      }
    } catch (TSPException | IOException | RuntimeException e) {
      throw new BadStampException("the time stamp is malformed", e);
    }
    throw new BadStampException("the authority gave no time stamp");
  }

  private static X509CertificateHolder signer(TimeStampToken token) throws BadStampException {
    List<X509CertificateHolder> found =
        token.getCertificates().getMatches(null).stream().filter(token.getSID()::match).toList();
    if (found.size() != 1) {
      throw new BadStampException("the time stamp does not hold its signer's certificate");
    }
    return found.get(0);
  }

  private static List<X509Certificate> certificates(
      TimeStampToken token, JcaX509CertificateConverter converter) throws CertificateException {
    List<X509Certificate> all = new ArrayList<>();
    for (X509CertificateHolder each : token.getCertificates().getMatches(null)) {
      all.add(converter.getCertificate(each));
    }
    return all;
  }
}
