package org.epione.ledger.state;

import java.util.Map;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.identity.KeyLengths;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.record.ReadId;
import org.epione.ledger.record.RequestId;
import org.epione.ledger.versioned.VersionedMap;

/** Requests, consents and readings of a chain within the encoding of its state. */
final class SharingEncoding {

  private static final int MAX_PURPOSE = 32;

  private SharingEncoding() {}

  /** With what there is from that version of the state on; otherwise there must be none of it. */
  static void write(CanonicalWriter to, Sharing sharing, Delegates doctors, int version) {
    Entries.write(
        to,
        sharing.requests(),
        RequestId::value,
        (each, entry) -> write(each, entry.getValue(), doctors, version));
    Entries.write(
        to, sharing.consents(), Fields::key, (each, entry) -> write(each, entry.getValue()));
    Entries.write(
        to,
        sharing.reads(),
        ReadId::value,
        (each, entry) -> {
          each.fixed(entry.getKey().value().bytes(), ReadId.LENGTH);
          Fields.digest(each, entry.getValue());
        });
    if (version >= StateEncoding.SPENT_GRANTS) {
      Entries.write(
          to,
          sharing.spent(),
          Fields::key,
          (each, entry) -> {
            Fields.digest(each, entry.getKey());
            each.instant(entry.getValue());
          });
    }
    if (version >= StateEncoding.EMERGENCIES) {
      Entries.write(
          to,
          sharing.emergencies(),
          Fields::key,
          (each, entry) -> {
            Fields.digest(each, entry.getKey());
            Fields.episode(each, entry.getValue());
          });
    }
  }

  static Sharing read(CanonicalReader from, Delegates doctors, int version) {
    return new Sharing(
        Entries.read(
            from,
            RequestId::value,
            each -> {
              AccessRequest request = request(each, doctors, version);
              return Map.entry(request.id(), request);
            }),
        Entries.read(
            from,
            Fields::key,
            each -> {
              Consent consent = consent(each);
              return Map.entry(consent.grant(), consent);
            }),
        Entries.read(
            from,
            ReadId::value,
            each -> Map.entry(new ReadId(Fields.fixed(each, ReadId.LENGTH)), Fields.digest(each))),
        version >= StateEncoding.SPENT_GRANTS
            ? Entries.read(
                from, Fields::key, each -> Map.entry(Fields.digest(each), each.instant()))
            : VersionedMap.empty(),
        version >= StateEncoding.EMERGENCIES
            ? Entries.read(
                from, Fields::key, each -> Map.entry(Fields.digest(each), Fields.episode(each)))
            : VersionedMap.empty());
  }

  private static void write(
      CanonicalWriter to, AccessRequest request, Delegates doctors, int version) {
    to.fixed(request.id().value().bytes(), RequestId.LENGTH);
    Fields.episode(to, request.episode());
    request.doctor().write(to);
    EarlierKey.write(to, doctors, version, request.doctor(), request.key());
    to.fixed(request.receivingKey().bytes(), KeyLengths.HPKE_KEY)
        .text(request.purpose())
        .instant(request.at())
        .instant(request.notAfter())
        .u8(request.answer().code())
        .optional(request.grant(), Fields::digest);
  }

  private static AccessRequest request(CanonicalReader from, Delegates doctors, int version) {
    RequestId id = new RequestId(Fields.fixed(from, RequestId.LENGTH));
    RecordId episode = Fields.episode(from);
    Pid doctor = Pid.read(from);
    AccessRequest request =
        new AccessRequest(
            id,
            episode,
            doctor,
            EarlierKey.read(from, doctors, version, doctor),
            Fields.fixed(from, KeyLengths.HPKE_KEY),
            from.text(MAX_PURPOSE),
            from.instant(),
            from.instant(),
            AccessRequest.Answer.of(from.u8()),
            from.optional(Fields::digest));
    if (request.grant().isPresent() != (request.answer() == AccessRequest.Answer.CONSENTED)) {
      throw new MalformedEncodingException("a grant exactly where there is consent");
    }
    return request;
  }

  private static void write(CanonicalWriter to, Consent consent) {
    Fields.digest(to, consent.grant());
    to.fixed(consent.request().value().bytes(), RequestId.LENGTH);
    Fields.episode(to, consent.episode());
    consent.grantee().write(to);
    consent.validity().write(to);
    to.instant(consent.at())
        .optional(consent.key(), Fields::digest)
        .optional(consent.withdrawnAt(), CanonicalWriter::instant);
  }

  private static Consent consent(CanonicalReader from) {
    return new Consent(
        Fields.digest(from),
        new RequestId(Fields.fixed(from, RequestId.LENGTH)),
        Fields.episode(from),
        Pid.read(from),
        Validity.read(from),
        from.instant(),
        from.optional(Fields::digest),
        from.optional(CanonicalReader::instant));
  }
}
