package org.epione.ledger.world;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time stamp authority (RFC 3161) with a certificate by a root of its own. */
public final class StampingAuthority {

  private static final String ALGORITHM = "SHA256withECDSA";

  private final KeyPair root = pair();
  private final KeyPair own = pair();
  private final X509Certificate rootCertificate;
  private final X509Certificate certificate;

  /** An authority that may stamp between these times. */
  public StampingAuthority(Instant from, Instant to) {
    X500Name name = new X500Name("CN=Root");
    try {
      X509v3CertificateBuilder forRoot =
          new JcaX509v3CertificateBuilder(
                  name, BigInteger.ONE, Date.from(from), Date.from(to), name, root.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      X509v3CertificateBuilder forOwn =
          new JcaX509v3CertificateBuilder(
                  name,
                  BigInteger.TWO,
                  Date.from(from),
                  Date.from(to),
                  new X500Name("CN=Time"),
                  own.getPublic())
              .addExtension(
                  Extension.extendedKeyUsage,
                  true,
                  new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
      rootCertificate = certify(forRoot);
      certificate = certify(forOwn);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509Certificate certify(X509v3CertificateBuilder builder) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder(ALGORITHM).build(root.getPrivate())));
    } catch (OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The root's certificate as others configure it. */
  public byte[] pem() {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(rootCertificate);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** The answer to a request. */
  public byte[] stamp(byte[] request, Instant time) {
    try {
      return stamp(new TimeStampRequest(request), time);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answer to a request of its own: this digest and this nonce. */
  public byte[] stamp(byte[] digest, BigInteger nonce, Instant time) {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    return stamp(generator.generate(TSPAlgorithms.SHA256, digest, nonce), time);
  }

  private byte[] stamp(TimeStampRequest request, Instant time) {
    try {
      return generator().generate(request, BigInteger.TEN, Date.from(time)).getEncoded();
    } catch (TSPException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says that it will not. */
  public byte[] refusal() {
    try {
      return generator().generateRejectedResponse(new IllegalStateException("no")).getEncoded();
    } catch (TSPException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TimeStampResponseGenerator generator() {
    try {
      TimeStampTokenGenerator tokens =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .setSignedAttributeGenerator(signedAt(certificate.getNotBefore()))
                  .build(ALGORITHM, own.getPrivate(), certificate),
              new JcaDigestCalculatorProviderBuilder()
                  .build()
                  .get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
              new ASN1ObjectIdentifier("1.2.3.4"));
      tokens.addCertificates(new JcaCertStore(List.of(certificate, rootCertificate)));
      return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
    } catch (OperatorCreationException | GeneralSecurityException | TSPException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Bouncy Castle takes the machine's clock for what is not said. */
  private static AttributeTable signedAt(Date time) {
    return new AttributeTable(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(time))));
  }
}
