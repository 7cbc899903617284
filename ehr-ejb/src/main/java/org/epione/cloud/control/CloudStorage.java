package org.epione.cloud.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.epione.cloud.boundary.CheckRequest;
import org.epione.cloud.boundary.CheckResult;
import org.epione.cloud.boundary.FetchRequest;
import org.epione.cloud.boundary.FetchedContent;
import org.epione.cloud.boundary.Finding;
import org.epione.cloud.entity.CloudAttachment;
import org.epione.cloud.entity.CloudObject;
import org.epione.cloud.entity.CloudObjectSource;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.platform.identity.PartyCode;
import org.epione.settings.Settings;

/** The ciphertexts of the clouds hosted here: rows say what was promised, files hold it. */
@ApplicationScoped
public class CloudStorage {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private Settings settings;
  @Inject private Clock clock;
  @Inject private AttachmentKeeping attachments;

  /** The receipt given before for this diagnosis record. */
  Optional<byte[]> receipt(PartyCode cloud, String diagnosisId) {
    return Optional.ofNullable(
            entities.find(CloudObject.class, CloudObject.idOf(cloud.value(), diagnosisId)))
        .map(CloudObject::receipt);
  }

  /** Puts the bytes on disk and says where they are. */
  String write(Digest digest, byte[] content) {
    return files().store(digest, content);
  }

  /** Notes what was promised; after {@link #write}. */
  void promise(
      CloudObjectSource source, long length, String location, byte[] header, byte[] receipt) {
    entities.persist(new CloudObject(source, length, location, header, receipt, clock.instant()));
  }

  /** How many records the hospital stored. */
  long count(PartyCode cloud, PartyCode hospital) {
    return entities
        .createNamedQuery("CloudObject.count", Long.class)
        .setParameter("cloud", cloud.value())
        .setParameter("hospital", hospital.value())
        .getSingleResult();
  }

  /** The next of these records, in a fixed order. */
  List<CloudObject> after(PartyCode cloud, PartyCode hospital, String object, int most) {
    return entities
        .createNamedQuery("CloudObject.after", CloudObject.class)
        .setParameter("cloud", cloud.value())
        .setParameter("hospital", hospital.value())
        .setParameter("after", object)
        .setMaxResults(most)
        .getResultList();
  }

  /** The bytes of a record, unless they are missing or altered. */
  Optional<byte[]> intact(CloudObject object) {
    return files().read(Digest.ofHex(object.digest()));
  }

  /** A record's ciphertext, for whom may have it; attachments are given out piece by piece. */
  FetchedContent fetch(PartyCode cloud, FetchRequest request) {
    if (promised(cloud, new CheckRequest(request.episode(), request.ciphertext())).isEmpty()) {
      return new FetchedContent(
          request.episode(), request.ciphertext(), Finding.UNKNOWN, Optional.empty());
    }
    Finding found = files().look(request.ciphertext()).finding();
    Optional<ByteString> content =
        found == Finding.INTACT
            ? files().read(request.ciphertext()).map(ByteString::of)
            : Optional.empty();
    // Between looking and reading the file may have changed: then it is altered, not intact.
    Finding finding = found == Finding.INTACT && content.isEmpty() ? Finding.ALTERED : found;
    return new FetchedContent(request.episode(), request.ciphertext(), finding, content);
  }

  /** Looks at the stored bytes afresh, of a record or an attachment. */
  public CheckResult check(PartyCode cloud, CheckRequest request) {
    Optional<CloudObject> promised = promised(cloud, request);
    Optional<String> location =
        promised
            .map(CloudObject::location)
            .or(
                () ->
                    attachments
                        .stored(cloud, request.episode(), request.ciphertext())
                        .flatMap(CloudAttachment::location));
    if (location.isEmpty()) {
      return new CheckResult(request.episode(), request.ciphertext(), Finding.UNKNOWN, 0, "");
    }
    CiphertextFiles.Look look = files().look(request.ciphertext());
    return new CheckResult(
        request.episode(), request.ciphertext(), look.finding(), look.length(), location.get());
  }

  /** Whether this hospital stored that ciphertext, of a record or an attachment. */
  boolean belongsTo(PartyCode cloud, PartyCode hospital, CheckRequest request) {
    return promised(cloud, request)
            .filter(object -> object.hospital().equals(hospital.value()))
            .isPresent()
        || attachments.isStored(cloud, hospital, request.episode(), request.ciphertext());
  }

  private Optional<CloudObject> promised(PartyCode cloud, CheckRequest request) {
    List<CloudObject> objects =
        entities
            .createNamedQuery("CloudObject.byDigest", CloudObject.class)
            .setParameter("cloud", cloud.value())
            .setParameter("digest", request.ciphertext().hex())
            .getResultList();
    return objects.stream()
        .filter(object -> object.episode().equals(request.episode().hex()))
        .findFirst();
  }

  private CiphertextFiles files() {
    return new CiphertextFiles(settings.home().resolve("cloud"));
  }
}
