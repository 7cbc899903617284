package org.epione.station;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.envelope.Envelope;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.crypto.random.RandomSource;
import org.epione.ledger.finality.Countersignature;
import org.epione.ledger.finality.Equivocation;
import org.epione.ledger.station.BlockBatch;
import org.epione.ledger.station.BlocksWanted;
import org.epione.ledger.station.CountersignatureBatch;
import org.epione.ledger.station.StationAlarm;

/** Signed messages of the station to the hospital's portal. */
final class HospitalPost {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern CODE = Pattern.compile("EHR-[0-9]{4}");
  private static final int NO_CONTENT = 204;
  private static final int OK = 200;

  private final URI portal;
  private final String hospital;
  private final StationKey key;
  private final RandomSource random;
  private final Clock clock;
  private final HttpClient http;

  /** Posts to the portal at this address, which ends in {@code /ehr/}. */
  HospitalPost(URI portal, String hospital, StationKey key, RandomSource random, Clock clock) {
    this.portal = portal;
    this.hospital = hospital;
    this.key = key;
    this.random = random;
    this.clock = clock;
    this.http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  }

  /** Blocks from this height on. */
  BlockBatch blocks(long from) throws IOException, InterruptedException {
    return BlockBatch.decode(post(BlocksWanted.TYPE, new BlocksWanted(from).encode()));
  }

  void countersign(List<Countersignature> votes) throws IOException, InterruptedException {
    post(CountersignatureBatch.TYPE, new CountersignatureBatch(votes).encode());
  }

  void alarm(Equivocation proof) throws IOException, InterruptedException {
    post(StationAlarm.TYPE, proof.encode());
  }

  private byte[] post(String type, byte[] payload) throws IOException, InterruptedException {
    Envelope envelope =
        new Envelope(
            EnvelopeId.random(random),
            type,
            key.identity().name(),
            hospital,
            clock.instant(),
            Optional.empty(),
            ByteString.of(payload));
    byte[] message = envelope.signed(key.sign(envelope.toSign())).encode();
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(portal.resolve("api/stations"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/octet-stream")
                .header("X-Epione-Request", "1")
                .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != OK && answer.statusCode() != NO_CONTENT) {
      throw new HospitalRefusal(answer.statusCode(), code(answer.body()));
    }
    return answer.body();
  }

  private static String code(byte[] body) {
    Matcher code = CODE.matcher(new String(body, StandardCharsets.UTF_8));
    return code.find() ? code.group() : "";
  }
}
