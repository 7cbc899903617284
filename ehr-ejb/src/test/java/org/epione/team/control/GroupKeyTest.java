package org.epione.team.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.random.SecureRandomSource;
import org.junit.jupiter.api.Test;

class GroupKeyTest {

  private static final byte[] KEY = new SecureRandomSource().bytes(32);
  private static final ByteString EPISODE = ByteString.of(new byte[16]);

  private static GroupKey key(byte[] key, ByteString episode, int epoch) {
    return new GroupKey(TeamFixture.SUITE.aead(), key, episode, epoch);
  }

  private final byte[] sealed = key(KEY, EPISODE, 1).seal(GroupKey.Kind.REASON, 2, new byte[] {5});

  @Test
  void open_shouldGiveBack_whenEverythingIsTheSame() {
    assertThat(key(KEY, EPISODE, 1).open(GroupKey.Kind.REASON, 2, sealed)).containsExactly(5);
  }

  @Test
  void open_shouldRefuse_whenKeyEpisodeEpochKindOrPlaceDiffers() {
    ByteString other = ByteString.of(new SecureRandomSource().bytes(16));
    GroupKey right = key(KEY, EPISODE, 1);
    refused(key(new byte[32], EPISODE, 1), GroupKey.Kind.REASON, 2);
    refused(key(KEY, other, 1), GroupKey.Kind.REASON, 2);
    refused(key(KEY, EPISODE, 2), GroupKey.Kind.REASON, 2);
    refused(right, GroupKey.Kind.CONTRIBUTION, 2);
    refused(right, GroupKey.Kind.REASON, 1);
  }

  private void refused(GroupKey key, GroupKey.Kind kind, int place) {
    assertThatThrownBy(() -> key.open(kind, place, sealed))
        .isInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void confirmation_shouldDiffer_whenKeyOrTranscriptDiffers() {
    byte[] tag = key(KEY, EPISODE, 1).confirmation(new byte[] {1});
    assertThat(key(KEY, EPISODE, 1).confirmation(new byte[] {1})).isEqualTo(tag);
    assertThat(key(KEY, EPISODE, 1).confirmation(new byte[] {2})).isNotEqualTo(tag);
    assertThat(key(new byte[32], EPISODE, 1).confirmation(new byte[] {1})).isNotEqualTo(tag);
  }

  @Test
  void close_shouldMakeTheKeyUnusable() {
    GroupKey key = key(KEY, EPISODE, 1);
    key.close();
    assertThatThrownBy(() -> key.open(GroupKey.Kind.REASON, 2, sealed))
        .isInstanceOf(IllegalStateException.class);
  }
}
