package org.epione.ledger.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.signature.Ed25519KeyPair;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.world.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

  /** Example of C2SP tlog-cosignature; its keys are not published, its form is. */
  private static final String EXAMPLE =
      """
      example.com/behind-the-sofa
      20852163
      CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

      \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
      \u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
      """;

  /** The key and a signature of Go's golang.org/x/mod/sumdb/note, from its documentation. */
  private static final String PETER_NEUMANN =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String PETER_NEUMANN_NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  private final CryptoSuite suite = CryptoSuite.create(new SeededRandom("notes"));
  private final NoteVerifier verifier = new NoteVerifier(suite.ed25519());
  private final Ed25519KeyPair keys = suite.ed25519().generate();
  private final NoteKey log = key("epione/HOSPITAL-A/1", NoteKey.Role.LOG);
  private final NoteKey witness = key("epione/HOSPITAL-B/2", NoteKey.Role.WITNESS);
  private final Checkpoint head = new Checkpoint(log.name(), 7, Digest.of(new byte[] {7}));
  private final SignedNote note = signer(log).sign(head);

  private NoteKey key(String name, NoteKey.Role role) {
    return new NoteKey(name, role, ByteString.of(keys.publicKey().encode()));
  }

  private NoteSigner signer(NoteKey key) {
    return new NoteSigner(key, message -> suite.ed25519().sign(keys.secretKey(), message));
  }

  @Test
  void note_shouldVerify_whenSomebodyElsesToolSignedIt() {
    NoteKey key = NoteKey.parse(PETER_NEUMANN);
    SignedNote signed = SignedNote.parse(PETER_NEUMANN_NOTE.getBytes(UTF_8));
    assertThat(verifier.isSigned(signed, key)).isTrue();
    assertThat(key.text()).isEqualTo(PETER_NEUMANN);
    assertThat(signed.encode()).isEqualTo(PETER_NEUMANN_NOTE.getBytes(UTF_8));
  }

  @Test
  void checkpoint_shouldBeReadAsItIsWritten() {
    SignedNote example = SignedNote.parse(EXAMPLE.getBytes(UTF_8));
    Checkpoint checkpoint = Checkpoint.parse(example.text());
    assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
    assertThat(checkpoint.size()).isEqualTo(20_852_163);
    assertThat(checkpoint.text()).isEqualTo(example.text());
    assertThat(example.encode()).isEqualTo(EXAMPLE.getBytes(UTF_8));
    assertThat(example.signatures()).hasSize(2);
    assertThat(WitnessStatement.of(example.signatures().get(1).signature(), example.text()))
        .map(WitnessStatement::time)
        .contains(Instant.ofEpochSecond(1_679_315_147));
  }

  @Test
  void signature_shouldHoldForItsKeyAlone() {
    assertThat(verifier.isSigned(note, log)).isTrue();
    assertThat(verifier.isSigned(note, key("epione/HOSPITAL-A/2", NoteKey.Role.LOG))).isFalse();
    assertThat(verifier.isSigned(note, key(log.name(), NoteKey.Role.WITNESS))).isFalse();
    ByteString other = ByteString.of(suite.ed25519().generate().publicKey().encode());
    assertThat(verifier.isSigned(note, new NoteKey(log.name(), NoteKey.Role.LOG, other))).isFalse();
  }

  @Test
  void signature_shouldNotHold_whenAnyByteOfTheNoteIsChanged() {
    byte[] encoded = note.encode();
    for (int i = 0; i < encoded.length; i++) {
      byte[] changed = encoded.clone();
      changed[i] ^= 1;
      assertThat(holds(changed)).as("byte " + i).isFalse();
    }
  }

  private boolean holds(byte[] encoded) {
    try {
      return verifier.isSigned(SignedNote.parse(encoded), log);
    } catch (MalformedNoteException e) {
      return false;
    }
  }

  @Test
  void note_shouldNotBeSigned_whenOneLineOfTheKeyIsFalse() {
    byte[] zeros = new byte[64];
    SignedNote twice = note.with(SignedNote.Signature.of(log, zeros));
    assertThat(verifier.isSigned(twice, log)).isFalse();
  }

  @Test
  void cosignature_shouldHoldForItsTimeAndHead() {
    Instant time = Instant.ofEpochSecond(1_700_000_000);
    SignedNote cosigned = note.with(signer(witness).cosign(note, time));
    assertThat(verifier.cosigned(cosigned, witness)).contains(time);
    assertThat(verifier.isSigned(cosigned, log)).isTrue();
    SignedNote moved =
        signer(log)
            .sign(new Checkpoint(log.name(), 8, head.root()))
            .with(signer(witness).cosign(note, time));
    assertThat(verifier.cosigned(moved, witness)).isEmpty();
    byte[] later = cosigned.signatures().get(1).signature();
    later[7] ^= 1;
    assertThat(verifier.cosigned(note.with(SignedNote.Signature.of(witness, later)), witness))
        .isEmpty();
    assertThat(
            verifier.cosigned(note.with(SignedNote.Signature.of(witness, new byte[20])), witness))
        .isEmpty();
  }

  @Test
  void signer_shouldRefuse_whenTheKeySignsAsSomethingElse() {
    assertThatThrownBy(() -> signer(witness).sign(head)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> signer(log).cosign(note, Instant.EPOCH))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void key_shouldComeBack_whenWrittenAndRead() {
    assertThat(NoteKey.parse(log.text())).isEqualTo(log);
    assertThat(NoteKey.parse(witness.text() + "\n")).isEqualTo(witness);
  }

  @Test
  void key_shouldBeRefused_whenAnyCharacterIsChanged() {
    String text = log.text();
    for (int i = 0; i < text.length(); i++) {
      String changed = text.substring(0, i) + (char) (text.charAt(i) ^ 1) + text.substring(i + 1);
      assertThatThrownBy(() -> NoteKey.parse(changed))
          .as(changed)
          .isInstanceOf(MalformedNoteException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "text\n",
        "text\n\n",
        "text\n\nno signature\n",
        "text\n\n\u2014 name\n",
        "text\n\n\u2014 name AAAAAA==\n\n",
        "text\n\n\u2014 name AAAA\n",
        "text\n\n\u2014 name AAAAAB==\n",
        "text\n\n\u2014 na+me AAAAAAA=\n",
        "te\txt\n\n\u2014 name AAAAAAA=\n",
        "text\r\n\n\u2014 name AAAAAAA=\n",
        "text\n\n\u2014 name AAAAAAA=",
        "text\n\n- name AAAAAAA=\n"
      })
  void note_shouldBeRefused_whenItHasAnotherForm(String text) {
    assertThatThrownBy(() -> SignedNote.parse(text.getBytes(UTF_8)))
        .isInstanceOf(MalformedNoteException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "origin\n1\n",
        "origin\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n9999999999999999999\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
        "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n",
        "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nextension\n",
        "or igin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
      })
  void checkpoint_shouldBeRefused_whenItHasAnotherForm(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedNoteException.class);
  }

  @Property(tries = 500)
  void parse_shouldRefuseOrReadExactly(@ForAll byte[] bytes) {
    readOrRefuse(bytes);
    byte[] changed = EXAMPLE.getBytes(UTF_8);
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      changed[(bytes[i] & 0xff) % changed.length] = bytes[i + 1];
    }
    readOrRefuse(changed);
  }

  private static void readOrRefuse(byte[] bytes) {
    try {
      SignedNote parsed = SignedNote.parse(bytes);
      assertThat(parsed.encode()).isEqualTo(bytes);
    } catch (MalformedNoteException e) {
      assertThat(e).hasMessageNotContaining("\n");
    }
  }

  @Test
  void note_shouldBeRefused_whenItIsTooLongOrSignedTooOften() {
    assertThatThrownBy(() -> SignedNote.parse(new byte[SignedNote.MAX_LENGTH + 1]))
        .isInstanceOf(MalformedNoteException.class);
    SignedNote.Signature one = note.signatures().get(0);
    assertThatThrownBy(() -> new SignedNote("text\n", java.util.Collections.nCopies(65, one)))
        .isInstanceOf(MalformedNoteException.class);
    assertThatThrownBy(() -> new SignedNote("text\n", List.of()))
        .isInstanceOf(MalformedNoteException.class);
    assertThat(SignedNote.parse(new SignedNote("text\n", List.of(one)).encode()).signatures())
        .isEqualTo(List.of(one));
    assertThat(Arrays.asList(log.text(), witness.text())).doesNotHaveDuplicates();
  }
}
