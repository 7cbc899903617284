package org.epione.benchmark;

import static org.epione.benchmark.SymmetricPrimitives.ARGON2_LOW;
import static org.epione.benchmark.SymmetricPrimitives.P256_MULTIPLICATION;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.scheme.pake.AwaitingConfirmation;
import org.epione.crypto.scheme.pake.AwaitingShare;
import org.epione.crypto.scheme.pake.Identities;
import org.epione.crypto.scheme.pake.MatchingSession;
import org.epione.crypto.scheme.pake.PasswordVerifier;
import org.epione.crypto.scheme.pake.ProverAwaitingConfirmation;
import org.epione.crypto.scheme.pake.ProverAwaitingShare;
import org.epione.crypto.scheme.pake.Spake2Plus;
import org.epione.crypto.scheme.pake.Step;
import org.epione.crypto.scheme.pake.SymptomMatching;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.Digest;

/** Key exchange by password, both sides of a run together; Argon2id at its lowest cost. */
final class KeyExchange {

  private static final String PLUS = "SPAKE2+";
  private static final String MATCHING = "SPAKE2";

  private final CryptoSuite suite;
  private final char[] password = "correct horse battery staple".toCharArray();
  private final byte[] context = {1};
  private final Identities identities = new Identities(bytes("patient"), bytes("hospital"));

  KeyExchange(CryptoSuite suite) {
    this.suite = suite;
  }

  List<Algorithm> all() {
    Spake2Plus plus = suite.spake2Plus();
    PasswordSalt salt = suite.passwordHash().newSalt(SymmetricPrimitives.lowCost(suite));
    PasswordVerifier verifier = plus.register(password, salt, identities);
    MatchingSession session =
        new MatchingSession(
            Pseudonym.of(new byte[] {1}),
            Pseudonym.of(new byte[] {2}),
            Digest.of(new byte[] {1}),
            Digest.of(new byte[] {2}),
            SymmetricPrimitives.lowCost(suite));
    return List.of(
        Algorithm.of(PLUS, "register", () -> plus.register(password, salt, identities))
            .with(1, ARGON2_LOW)
            .with(1, P256_MULTIPLICATION),
        Algorithm.of(PLUS, "run, both sides", () -> run(plus, salt, verifier))
            .with(1, ARGON2_LOW)
            .with(10, P256_MULTIPLICATION),
        Algorithm.of(MATCHING, "run, both sides", () -> run(suite.symptomMatching(), session))
            .with(2, ARGON2_LOW)
            .with(8, P256_MULTIPLICATION));
  }

  private SecretBytes run(Spake2Plus plus, PasswordSalt salt, PasswordVerifier verifier) {
    Step<ProverAwaitingShare> patient = plus.startProver(password, salt, identities, context);
    Step<AwaitingShare> hospital = plus.startVerifier(verifier, identities, context);
    Step<AwaitingConfirmation> answer = hospital.next().receive(patient.message().bytes());
    ProverAwaitingConfirmation waiting = patient.next().receive(hospital.message().bytes());
    Step<SecretBytes> done = waiting.receive(answer.message().bytes());
    return answer.next().receive(done.message().bytes());
  }

  private SecretBytes run(SymptomMatching matching, MatchingSession session) {
    Step<AwaitingShare> a = matching.startA(session, context);
    Step<AwaitingShare> b = matching.startB(session, context);
    Step<AwaitingConfirmation> ofA = a.next().receive(b.message().bytes());
    Step<AwaitingConfirmation> ofB = b.next().receive(a.message().bytes());
    ofA.next().receive(ofB.message().bytes());
    return ofB.next().receive(ofA.message().bytes());
  }

  private static ByteString bytes(String text) {
    return ByteString.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
