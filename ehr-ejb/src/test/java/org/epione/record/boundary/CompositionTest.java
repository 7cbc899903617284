package org.epione.record.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.transcript.Digest;
import org.junit.jupiter.api.Test;

class CompositionTest {

  private static final Instant TIME = Instant.parse("2026-11-21T08:00:00Z");
  private static final ByteString EPISODE = ByteString.of(new byte[16]);
  private static final Pseudonym FIRST = Pseudonym.of(new byte[] {1});
  private static final Pseudonym SECOND = Pseudonym.of(new byte[] {2});

  private static Contribution part(int position, Pseudonym author, String text) {
    return new Contribution(
        EPISODE, position, ByteString.of(author.bytes()), ByteString.of(new byte[32]), text);
  }

  private static Composition composition(Contribution... parts) {
    return new Composition(
        EPISODE,
        "E-0000-0000-0000",
        "HOSPITAL-A",
        "cough",
        "R05",
        Arrays.stream(parts).map(part -> new Composition.Entry(part, "Dr. X", TIME)).toList());
  }

  private static final Composition WHOLE =
      composition(part(1, FIRST, "eins"), part(2, SECOND, "zwei"));

  private static List<Statement> statements() {
    Statement one = statement(1, part(1, FIRST, "eins"), Optional.empty());
    return List.of(one, statement(2, part(2, SECOND, "zwei"), Optional.of(one)));
  }

  private static Statement statement(int position, Contribution part, Optional<Statement> before) {
    return new Statement(
        EpisodeId.of(EPISODE.bytes()),
        Pseudonym.of(new byte[] {9}),
        List.of(FIRST, SECOND),
        position,
        TIME,
        part.digest(),
        before.map(Statement::digest));
  }

  @Test
  void decode_shouldGiveBackTheSame() {
    assertThat(Composition.decode(WHOLE.encode())).isEqualTo(WHOLE);
  }

  private static final Composition CHANGED =
      new Composition(
          EPISODE,
          "E-0000-0000-0000",
          "HOSPITAL-A",
          "cough",
          "R05",
          WHOLE.entries(),
          List.of(new Composition.LeftOut(2, "Dr. Y", TIME, "on leave")),
          Optional.empty());

  private static final AppendedRecord APPENDED =
      new AppendedRecord("E-1111-1111-1111", Digest.of(new byte[] {7}));

  private static Composition addendum(Optional<Digest> named) {
    Contribution part =
        new Contribution(
            EPISODE,
            1,
            ByteString.of(FIRST.bytes()),
            ByteString.of(new byte[32]),
            "the left side was meant",
            named,
            List.of());
    return new Composition(
        EPISODE,
        "E-0000-0000-0000",
        "HOSPITAL-A",
        "cough",
        "R05",
        List.of(new Composition.Entry(part, "Dr. X", TIME)),
        List.of(),
        Optional.of(APPENDED));
  }

  @Test
  void decode_shouldGiveBackWhatAnAddendumAddsTo() {
    Composition addendum = addendum(Optional.of(APPENDED.diagnosis()));
    assertThat(Composition.decode(addendum.encode())).isEqualTo(addendum);
    byte[] encoded = addendum.encode();
    refusedWhereverCut(encoded);
    byte[] otherVersion = encoded.clone();
    otherVersion[1 + "epione.composition".length()] = 4;
    assertThatThrownBy(() -> Composition.decode(otherVersion))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void constructor_shouldRefuse_whenAnEntryNamesAnotherRecordOrNone() {
    assertThatThrownBy(() -> addendum(Optional.of(Digest.of(new byte[] {8}))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> addendum(Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                composition(
                    addendum(Optional.of(APPENDED.diagnosis())).entries().get(0).contribution()))
        .as("an addendum passed off as a record of its own")
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void contribution_shouldHaveAnotherDigest_whenItAddsToAnotherRecord() {
    Contribution alone = part(1, FIRST, "eins");
    Contribution adds =
        new Contribution(
            EPISODE,
            1,
            alone.author(),
            alone.salt(),
            alone.text(),
            Optional.of(APPENDED.diagnosis()),
            List.of());
    assertThat(adds.digest()).isNotEqualTo(alone.digest());
    assertThat(Contribution.decode(adds.encode())).isEqualTo(adds);
    assertThat(Contribution.decode(alone.encode())).isEqualTo(alone);
    byte[] without = Arrays.copyOf(adds.encode(), adds.encode().length - Digest.LENGTH);
    assertThatThrownBy(() -> Contribution.decode(without))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void decode_shouldGiveBackWhoWasLeftOut_andRefuseAnEmptyListOfThem() {
    assertThat(Composition.decode(CHANGED.encode())).isEqualTo(CHANGED);
    assertThat(CHANGED.isWhatWasSigned(statements())).isTrue();
    byte[] whole = WHOLE.encode();
    byte[] none = Arrays.copyOf(whole, whole.length + 4);
    none[1 + "epione.composition".length()] = 2;
    assertThatThrownBy(() -> Composition.decode(none))
        .isInstanceOf(MalformedEncodingException.class);
  }

  private static void refusedWhereverCut(byte[] encoded) {
    for (int length = 0; length < encoded.length; length++) {
      byte[] truncated = Arrays.copyOf(encoded, length);
      assertThatThrownBy(() -> Composition.decode(truncated))
          .isInstanceOf(MalformedEncodingException.class);
    }
  }

  @Test
  void decode_shouldRefuse_whenTruncatedOrPadded() {
    byte[] encoded = CHANGED.encode();
    refusedWhereverCut(encoded);
    assertThatThrownBy(() -> Composition.decode(Arrays.copyOf(encoded, encoded.length + 1)))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void isWhatWasSigned_shouldHold_whenEveryEntryIsSigned() {
    assertThat(WHOLE.isWhatWasSigned(statements())).isTrue();
  }

  @Test
  void isWhatWasSigned_shouldFail_whenTextAuthorTimeOrNumberDiffers() {
    assertThat(
            composition(part(1, FIRST, "eins"), part(2, SECOND, "drei"))
                .isWhatWasSigned(statements()))
        .isFalse();
    assertThat(
            composition(part(1, FIRST, "eins"), part(2, FIRST, "zwei"))
                .isWhatWasSigned(statements()))
        .isFalse();
    assertThat(composition(part(1, FIRST, "eins")).isWhatWasSigned(statements())).isFalse();
    Composition later =
        new Composition(
            EPISODE,
            "r",
            "h",
            "c",
            "s",
            WHOLE.entries().stream()
                .map(
                    entry ->
                        new Composition.Entry(entry.contribution(), "Dr. X", TIME.plusMillis(1)))
                .toList());
    assertThat(later.isWhatWasSigned(statements())).isFalse();
  }

  @Test
  void constructor_shouldRefuse_whenEntriesAreOutOfOrder() {
    assertThatThrownBy(() -> composition(part(2, SECOND, "zwei"), part(1, FIRST, "eins")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void contribution_shouldRefuse_whenTheTextIsEmptyOrTooLong() {
    assertThatThrownBy(() -> part(1, FIRST, " \n")).isInstanceOf(IllegalArgumentException.class);
    assertThat(part(1, FIRST, "x".repeat(Contribution.MAX_TEXT)).encode())
        .hasSizeLessThan(Contribution.MAX_ENCODED);
    assertThatThrownBy(() -> part(1, FIRST, "x".repeat(Contribution.MAX_TEXT + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void contribution_shouldBeTheSame_whenTheTextIsNormalisedOtherwise() {
    assertThat(part(1, FIRST, "a\u0308")).isEqualTo(part(1, FIRST, "\u00e4"));
  }

  @Test
  void digest_shouldDiffer_whenOnlyTheSaltDiffers() {
    Contribution salted =
        new Contribution(EPISODE, 1, ByteString.of(FIRST.bytes()), ByteString.of(fill(32)), "eins");
    assertThat(salted.digest()).isNotEqualTo(part(1, FIRST, "eins").digest());
  }

  private static byte[] fill(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 7);
    return bytes;
  }

  @Test
  void toString_shouldShowNoText() {
    assertThat(WHOLE.toString() + WHOLE.entries().get(0) + WHOLE.entries().get(0).contribution())
        .doesNotContain("eins", "cough");
  }
}
