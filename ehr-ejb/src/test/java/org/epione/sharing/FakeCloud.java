package org.epione.sharing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.epione.cloud.boundary.CheckRequest;
import org.epione.cloud.boundary.CheckResult;
import org.epione.cloud.boundary.FetchRequest;
import org.epione.cloud.boundary.FetchedContent;
import org.epione.cloud.boundary.Finding;
import org.epione.cloud.boundary.PieceRequest;
import org.epione.cloud.boundary.SearchRequest;
import org.epione.cloud.boundary.StoredPiece;
import org.epione.cloud.entity.CloudObject;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.envelope.Envelope;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.crypto.transcript.Digest;
import org.epione.party.boundary.Post;
import org.epione.platform.identity.PartyCode;
import org.epione.testing.Container;

/** A cloud that a test can make lie, in the messages of the real one. */
final class FakeCloud {

  /** Small, so that there are many. */
  private static final int PIECE = 50_000;

  private final Container container;
  private final Map<Digest, byte[]> stored = new HashMap<>();

  FakeCloud(Container container) {
    this.container = container;
  }

  void store(byte[] ciphertext) {
    stored.put(Digest.of(ciphertext), ciphertext.clone());
  }

  /** Keeps what the real cloud searches in. */
  void promise(PartyCode hospital, Digest diagnosis, ScopedCiphertext ciphertext)
      throws SQLException {
    try (Connection connection = container.dataSource().getConnection();
        PreparedStatement row =
            connection.prepareStatement(
                "insert into cloud_object (id, cloud, digest, content_length, location, episode,"
                    + " hospital, diagnosis_id, receipt, stored_at, header)"
                    + " values (?, ?, ?, 1, '', ?, ?, ?, ?, 0, ?)")) {
      row.setString(1, CloudObject.idOf(PartyCode.CLOUD.value(), diagnosis.hex()));
      row.setString(2, PartyCode.CLOUD.value());
      row.setString(3, ciphertext.digest().hex());
      row.setString(4, ciphertext.record().hex());
      row.setString(5, hospital.value());
      row.setString(6, diagnosis.hex());
      row.setBytes(7, new byte[0]);
      row.setBytes(8, ciphertext.header().encode());
      row.executeUpdate();
    }
  }

  /** Whether the real cloud answers that, which does not need what this one stores. */
  static boolean leavesToTheReal(Envelope envelope) {
    return envelope.type().startsWith(SearchRequest.TYPE);
  }

  /** From now on it serves other bytes under that digest. */
  void tamper(Digest digest, byte[] other) {
    stored.put(digest, other.clone());
  }

  /** What it stores that is longer than this. */
  byte[] large(int least) {
    return stored.values().stream()
        .filter(each -> each.length > least)
        .findFirst()
        .orElseThrow()
        .clone();
  }

  void lose(Digest digest) {
    stored.remove(digest);
  }

  static String location(Digest digest) {
    return "/test/" + digest.hex();
  }

  void answer(Envelope envelope) {
    switch (envelope.type()) {
      case FetchRequest.TYPE -> {
        FetchRequest request = FetchRequest.decode(envelope.payload().bytes());
        Optional<byte[]> content = Optional.ofNullable(stored.get(request.ciphertext()));
        reply(
            envelope,
            FetchedContent.TYPE,
            new FetchedContent(
                    request.episode(),
                    request.ciphertext(),
                    content.isPresent() ? Finding.INTACT : Finding.MISSING,
                    content.map(ByteString::of))
                .encode());
      }
      case PieceRequest.TYPE -> {
        PieceRequest request = PieceRequest.decode(envelope.payload().bytes());
        byte[] content = stored.getOrDefault(request.ciphertext(), new byte[0]);
        int from = (int) Math.min(request.offset(), content.length);
        byte[] piece = Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE));
        reply(
            envelope,
            StoredPiece.TYPE,
            new StoredPiece(
                    request.episode(),
                    request.ciphertext(),
                    piece.length > 0 ? Finding.INTACT : Finding.MISSING,
                    content.length,
                    request.offset(),
                    ByteString.of(piece))
                .encode());
      }
      case CheckRequest.TYPE -> {
        CheckRequest request = CheckRequest.decode(envelope.payload().bytes());
        Optional<byte[]> content = Optional.ofNullable(stored.get(request.ciphertext()));
        Finding finding =
            content
                .map(
                    bytes ->
                        Digest.of(bytes).equals(request.ciphertext())
                            ? Finding.INTACT
                            : Finding.ALTERED)
                .orElse(Finding.MISSING);
        reply(
            envelope,
            CheckResult.TYPE,
            new CheckResult(
                    request.episode(),
                    request.ciphertext(),
                    finding,
                    content.map(bytes -> (long) bytes.length).orElse(0L),
                    location(request.ciphertext()))
                .encode());
      }
      default -> {
        // receipts of the chain and the like
      }
    }
  }

  private void reply(Envelope request, String type, byte[] payload) {
    container.inTransaction(
        () ->
            container
                .bean(Post.class)
                .send(
                    PartyCode.CLOUD,
                    new PartyCode(request.from()),
                    type,
                    payload,
                    Optional.of(EnvelopeId.of(request.id().bytes()))));
  }
}
