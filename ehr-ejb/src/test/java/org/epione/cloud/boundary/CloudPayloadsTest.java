package org.epione.cloud.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.junit.jupiter.api.Test;

/** The cloud's messages against truncated, padded and hostile bytes. */
class CloudPayloadsTest {

  private static final RecordId EPISODE = RecordId.of(new byte[16]);
  private static final RecordId OTHER = RecordId.ofHex("11".repeat(16));
  private static final Digest DIGEST = Digest.of(new byte[] {1});
  private static final SearchId SEARCH = SearchId.ofHex("0f".repeat(16));
  private static final ByteString BYTES = ByteString.of(new byte[] {1, 2, 3});

  private static void check(byte[] encoded, Function<byte[], byte[]> decodeAndEncode) {
    assertThat(decodeAndEncode.apply(encoded)).isEqualTo(encoded);
    for (int length = 0; length < encoded.length; length++) {
      byte[] truncated = Arrays.copyOf(encoded, length);
      assertThatThrownBy(() -> decodeAndEncode.apply(truncated))
          .isInstanceOf(MalformedEncodingException.class);
    }
    assertThatThrownBy(() -> decodeAndEncode.apply(Arrays.copyOf(encoded, encoded.length + 1)))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void decode_shouldTakeOnlyWhatEncodeWrote() {
    check(new StoreRequest(BYTES, BYTES).encode(), bytes -> StoreRequest.decode(bytes).encode());
    check(new StoreReceipt(BYTES).encode(), bytes -> StoreReceipt.decode(bytes).encode());
    check(
        new StoreRefusal(EPISODE, "TOO_LARGE").encode(),
        bytes -> StoreRefusal.decode(bytes).encode());
    check(new FetchRequest(EPISODE, DIGEST).encode(), bytes -> FetchRequest.decode(bytes).encode());
    check(
        new FetchedContent(EPISODE, DIGEST, Finding.INTACT, Optional.of(BYTES)).encode(),
        bytes -> FetchedContent.decode(bytes).encode());
    check(
        new FetchedContent(EPISODE, DIGEST, Finding.MISSING, Optional.empty()).encode(),
        bytes -> FetchedContent.decode(bytes).encode());
    check(
        new StoreRequest(BYTES, BYTES, List.of(DIGEST, Digest.of(new byte[] {2}))).encode(),
        bytes -> StoreRequest.decode(bytes).encode());
    check(
        new KeepPiece(EPISODE, DIGEST, 10, 7, BYTES).encode(),
        bytes -> KeepPiece.decode(bytes).encode());
    check(
        new PieceKept(EPISODE, DIGEST, 10, Optional.empty()).encode(),
        bytes -> PieceKept.decode(bytes).encode());
    check(
        new PieceKept(EPISODE, DIGEST, 0, Optional.of("TOO_LARGE")).encode(),
        bytes -> PieceKept.decode(bytes).encode());
    check(
        new PieceRequest(EPISODE, DIGEST, 4096).encode(),
        bytes -> PieceRequest.decode(bytes).encode());
    check(
        new StoredPiece(EPISODE, DIGEST, Finding.INTACT, 10, 7, BYTES).encode(),
        bytes -> StoredPiece.decode(bytes).encode());
    check(
        new StoredPiece(EPISODE, DIGEST, Finding.MISSING, 0, 7, ByteString.of(new byte[0]))
            .encode(),
        bytes -> StoredPiece.decode(bytes).encode());
    check(new SearchRequest(SEARCH, BYTES).encode(), bytes -> SearchRequest.decode(bytes).encode());
    check(
        new SearchFound(SEARCH, SearchState.SEARCHING, 7, 1, 20, List.of(EPISODE)).encode(),
        bytes -> SearchFound.decode(bytes).encode());
    check(
        new SearchFound(SEARCH, SearchState.BUSY, 0, 0, 0, List.of()).encode(),
        bytes -> SearchFound.decode(bytes).encode());
    check(new CheckRequest(EPISODE, DIGEST).encode(), bytes -> CheckRequest.decode(bytes).encode());
    check(
        new CheckResult(EPISODE, DIGEST, Finding.ALTERED, 7, "aa/bb/cc").encode(),
        bytes -> CheckResult.decode(bytes).encode());
  }

  @Test
  void decode_shouldRefuse_whenTheFindingDoesNotExistOrFit() {
    byte[] unknown =
        CanonicalWriter.of("epione.cloud.content", 1)
            .fixed(new byte[16], 16)
            .fixed(new byte[32], 32)
            .text("PERFECT")
            .u8(0)
            .toByteArray();
    byte[] intactWithout =
        CanonicalWriter.of("epione.cloud.content", 1)
            .fixed(new byte[16], 16)
            .fixed(new byte[32], 32)
            .text("INTACT")
            .u8(0)
            .toByteArray();
    assertThatThrownBy(() -> FetchedContent.decode(unknown))
        .isInstanceOf(MalformedEncodingException.class);
    assertThatThrownBy(() -> FetchedContent.decode(intactWithout))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void decode_shouldRefuse_whenAPieceLiesOutsideOrAListIsEmpty() {
    byte[] outside =
        CanonicalWriter.of("epione.cloud.keep-piece", 1)
            .fixed(new byte[16], 16)
            .fixed(new byte[32], 32)
            .u64(10)
            .u64(8)
            .bytes(BYTES.bytes())
            .toByteArray();
    byte[] empty =
        CanonicalWriter.of("epione.cloud.keep-piece", 1)
            .fixed(new byte[16], 16)
            .fixed(new byte[32], 32)
            .u64(10)
            .u64(0)
            .bytes(new byte[0])
            .toByteArray();
    byte[] missingWithBytes =
        CanonicalWriter.of("epione.cloud.piece", 1)
            .fixed(new byte[16], 16)
            .fixed(new byte[32], 32)
            .text("MISSING")
            .u64(10)
            .u64(0)
            .bytes(BYTES.bytes())
            .toByteArray();
    byte[] nothingAttached =
        CanonicalWriter.of("epione.cloud.store", 2)
            .bytes(BYTES.bytes())
            .bytes(BYTES.bytes())
            .u32(0)
            .toByteArray();
    assertThatThrownBy(() -> KeepPiece.decode(outside))
        .isInstanceOf(MalformedEncodingException.class);
    assertThatThrownBy(() -> KeepPiece.decode(empty))
        .isInstanceOf(MalformedEncodingException.class);
    assertThatThrownBy(() -> StoredPiece.decode(missingWithBytes))
        .isInstanceOf(MalformedEncodingException.class);
    assertThatThrownBy(() -> StoreRequest.decode(nothingAttached))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void decode_shouldRefuse_whatNoSearchCanFind() {
    assertThat(SearchFound.decode(found("DONE", 2, 0, EPISODE, OTHER)).found()).hasSize(2);
    assertThatThrownBy(() -> SearchFound.decode(found("PERFECT", 2, 0, EPISODE)))
        .isInstanceOf(MalformedEncodingException.class);
    assertThatThrownBy(() -> SearchFound.decode(found("DONE", 2, 0, EPISODE, EPISODE)))
        .as("one twice")
        .isInstanceOf(MalformedEncodingException.class);
    assertThatThrownBy(() -> SearchFound.decode(found("DONE", 1, 0, EPISODE, OTHER)))
        .as("more than were tested")
        .isInstanceOf(MalformedEncodingException.class);
    assertThatThrownBy(() -> SearchFound.decode(found("DONE", 1L << 41, 0, EPISODE)))
        .isInstanceOf(MalformedEncodingException.class);
    assertThatThrownBy(() -> EpisodeIds.split(new byte[17]))
        .isInstanceOf(MalformedEncodingException.class);
    assertThat(EpisodeIds.split(EpisodeIds.join(List.of(OTHER, EPISODE))))
        .containsExactly(OTHER, EPISODE);
  }

  private static byte[] found(String state, long tested, long unreadable, RecordId... episodes) {
    return CanonicalWriter.of("epione.cloud.found", 1)
        .fixed(new byte[16], 16)
        .text(state)
        .u64(tested)
        .u64(unreadable)
        .u64(tested)
        .list(List.of(episodes), (out, each) -> out.fixed(each.bytes(), RecordId.LENGTH))
        .toByteArray();
  }

  @Test
  void decode_shouldRefuse_whenTheLengthIsBeyondTheLimit() {
    byte[] huge = CanonicalWriter.of("epione.cloud.store", 1).u32(0xffffffffL).toByteArray();
    assertThatThrownBy(() -> StoreRequest.decode(huge))
        .isInstanceOf(MalformedEncodingException.class);
  }
}
