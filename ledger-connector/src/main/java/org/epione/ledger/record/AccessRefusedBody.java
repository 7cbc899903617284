package org.epione.ledger.record;

import java.util.Optional;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/**
 * The system manager refused to issue a key or to re-encrypt. About a request or a grant: exactly
 * one of the two is present.
 *
 * @param request the request, if there is no grant yet
 * @param grant digest of the grant
 * @param episode the episode it is about
 * @param reason why: 1 to 32 of A-Z, 0-9, - and _
 */
public record AccessRefusedBody(
    Optional<RequestId> request, Optional<Digest> grant, RecordId episode, String reason)
    implements RecordBody {

  private static final String TAG = "epione.access-refused";

  /** Checks that exactly one of request and grant is there, and the reason's form. */
  public AccessRefusedBody {
    if (request.isPresent() == grant.isPresent()) {
      throw new IllegalArgumentException("either a request or a grant is refused");
    }
    RecordFields.requireCode(reason, "reason");
  }

  /** Refusal of a request. */
  public static AccessRefusedBody ofRequest(RequestId request, RecordId episode, String reason) {
    return new AccessRefusedBody(Optional.of(request), Optional.empty(), episode, reason);
  }

  /** Refusal under a grant. */
  public static AccessRefusedBody ofGrant(Digest grant, RecordId episode, String reason) {
    return new AccessRefusedBody(Optional.empty(), Optional.of(grant), episode, reason);
  }

  @Override
  public RecordType type() {
    return RecordType.ACCESS_REFUSED;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    to.optional(request, (writer, value) -> value.write(writer));
    to.optional(grant, RecordFields::digest);
    RecordFields.episode(to, episode);
    return to.text(reason).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static AccessRefusedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new AccessRefusedBody(
                from.optional(RequestId::read),
                from.optional(RecordFields::digest),
                RecordFields.episode(from),
                from.text(RecordFields.MAX_CODE)));
  }
}
