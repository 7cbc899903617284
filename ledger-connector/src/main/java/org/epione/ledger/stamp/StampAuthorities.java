package org.epione.ledger.stamp;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose time stamps count: certificates, each of a time stamp authority or of who certifies it. */
public final class StampAuthorities {

  private final Set<X509Certificate> trusted;

  private StampAuthorities(Set<X509Certificate> trusted) {
    this.trusted = trusted;
  }

  /**
   * The certificates in a PEM file.
   *
   * @throws BadStampException if there are none, or others
   */
  public static StampAuthorities parse(byte[] pem) throws BadStampException {
    try {
      Set<X509Certificate> all =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem))
              .stream()
              .map(X509Certificate.class::cast)
              .collect(Collectors.toSet());
      if (!all.isEmpty()) {
        return new StampAuthorities(all);
      }
    } catch (CertificateException e) {
      throw new BadStampException("no certificates in PEM");
    }
    throw new BadStampException("no certificates in PEM");
  }

  /** Whether one of them answers for the signer at that time; {@code others} may lie between. */
  boolean certify(X509Certificate signer, Collection<X509Certificate> others, Instant at) {
    if (trusted.contains(signer)) {
      return true;
    }
    try {
      X509CertSelector target = new X509CertSelector();
      target.setCertificate(signer);
      PKIXBuilderParameters parameters =
          new PKIXBuilderParameters(
              trusted.stream()
                  .map(certificate -> new TrustAnchor(certificate, null))
                  .collect(Collectors.toSet()),
              target);
      parameters.setDate(Date.from(at));
      // Lists of revoked certificates are the reader's to look at, when it matters.
      parameters.setRevocationEnabled(false);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
      CertPathBuilder.getInstance("PKIX").build(parameters);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
