package org.epione.ledger.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.epione.crypto.CryptoSuite;
import org.epione.ledger.world.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cosignatures against witnesses that are not ours, and ours against the text of C2SP. */
class CosignatureVectorTest {

  /** A head of a Certificate Transparency log, with cosignatures of its public witnesses. */
  private static final String PUBLISHED =
      """
      arche2025h1.staging.ct.transparency.dev
      1432088532
      U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

      \u2014 arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
      \u2014 arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
      \u2014 transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
      \u2014 witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
      \u2014 remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
      \u2014 witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==
      """;

  private final NoteVerifier verifier =
      new NoteVerifier(CryptoSuite.create(new SeededRandom("vectors")).ed25519());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM",
        "witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO",
        "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
        "witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv"
      })
  void cosignature_shouldHold_whenAPublicWitnessMadeIt(String witness) {
    NoteKey key = NoteKey.parse(witness);
    SignedNote note = SignedNote.parse(PUBLISHED.getBytes(UTF_8));
    assertThat(key.role()).isEqualTo(NoteKey.Role.WITNESS);
    assertThat(verifier.cosigned(note, key)).contains(Instant.parse("2026-05-23T21:50:24Z"));
    SignedNote grown =
        SignedNote.parse(PUBLISHED.replace("1432088532", "1432088533").getBytes(UTF_8));
    assertThat(verifier.cosigned(grown, key)).isEmpty();
  }

  @Test
  void head_shouldBeSigned_whenAPublicLogSignedIt() {
    NoteKey key =
        NoteKey.parse(
            "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f");
    assertThat(verifier.isSigned(SignedNote.parse(PUBLISHED.getBytes(UTF_8)), key)).isTrue();
  }

  /** With the JDK's Ed25519 over the message as the specification spells it. */
  @Test
  void cosignature_shouldHold_whenTheSpecificationIsFollowedByHand()
      throws GeneralSecurityException {
    TwoHistories log = new TwoHistories(0);
    SignedNote head = log.head(0, 9);
    byte[] line = log.cosign(head, Instant.ofEpochSecond(1_679_315_147)).value().bytes();
    assertThat(line).hasSize(4 + 8 + 64).startsWith(log.witness.id());
    assertThat(ByteBuffer.wrap(line, 4, 8).getLong()).isEqualTo(1_679_315_147);
    byte[] spki =
        HexFormat.of()
            .parseHex(
                "302a300506032b6570032100"
                    + HexFormat.of().formatHex(log.witness.publicKey().bytes()));
    Signature ed25519 = Signature.getInstance("Ed25519");
    ed25519.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
    ed25519.update(("cosignature/v1\ntime 1679315147\n" + head.text()).getBytes(UTF_8));
    assertThat(ed25519.verify(Arrays.copyOfRange(line, 12, line.length))).isTrue();
  }
}
