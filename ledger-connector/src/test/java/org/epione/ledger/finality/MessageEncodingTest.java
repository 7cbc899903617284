package org.epione.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.identity.StationIdentity;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.StationKey;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;

/** What stations send; the encodings themselves are held to their contract. */
class MessageEncodingTest {

  @Test
  void parse_shouldRefuse_whenItIsNoEnrolmentCode() {
    StationIdentity station = new StationKey(new World("code")).identity();
    String code = station.text();

    assertThat(StationIdentity.parse("  " + code + "\n")).isEqualTo(station);
    assertThat(station.name()).matches("STATION-[0-9A-F]{16}");
    for (String wrong :
        List.of(
            "",
            "hello",
            "=" + code,
            code + "=",
            code.substring(1),
            code + "A",
            "A".repeat(300),
            code.substring(0, code.length() - 1) + "é")) {
      assertThatThrownBy(() -> StationIdentity.parse(wrong))
          .isInstanceOf(MalformedEncodingException.class);
    }
  }

  @Test
  void equivocation_shouldBeRefused_whenTheHeadersDoNotContradict() {
    World world = new World("no contradiction");
    GrowingChain chain = GrowingChain.founded(world);
    SignedHeader first = chain.blocks().get(0).signedHeader();
    SignedHeader second = chain.blocks().get(1).signedHeader();

    for (SignedHeader[] pair :
        new SignedHeader[][] {{first, first}, {first, second}, {second, first}}) {
      assertThatThrownBy(() -> new Equivocation(pair[0], pair[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
    SignedHeader unsigned =
        new SignedHeader(first.header(), ByteString.of(new byte[64]), first.cloud());
    assertThat(Equivocation.contradict(first, unsigned)).isFalse();
  }
}
