package org.epione.history.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.epione.cloud.boundary.SearchFound;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.pre.Trapdoor;
import org.epione.history.entity.HistoryAnswer;
import org.epione.history.entity.SymptomSearch;
import org.epione.party.boundary.EnvelopeHandler;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.identity.PartyCode;
import org.epione.record.boundary.RecordDirectory;
import org.epione.team.boundary.EpisodeDirectory;

/**
 * What clouds answer. Nothing of it is believed: kept are only those of the patient's finished
 * records whose header, as the hospital has it signed, matches the trapdoor.
 */
@ApplicationScoped
public class SearchAnswers implements EnvelopeHandler {

  @EJB private EpisodeDirectory episodes;
  @EJB private RecordDirectory records;
  @Inject private SearchRegister register;
  @Inject private SearchSecrets secrets;
  @Inject private CryptoSuite suite;
  @Inject private Clock clock;

  @Override
  public Set<String> types() {
    return Set.of(SearchFound.TYPE);
  }

  /** One that comes for a search that is over or was deleted is no news. */
  @Override
  public void handle(ReceivedEnvelope envelope) throws MessageRejectedException {
    SearchFound answer = read(envelope);
    Optional<SymptomSearch> asked = register.take(answer.search().hex());
    if (asked.isEmpty()) {
      return;
    }
    SymptomSearch search = asked.get();
    List<HistoryAnswer> answers = register.answers(search.id());
    HistoryAnswer awaited = awaited(envelope, search, answers);
    Optional<Trapdoor> trapdoor = secrets.trapdoor(search);
    if (trapdoor.isEmpty()) {
      return;
    }
    awaited.said(answer, verified(search, awaited.cloud(), trapdoor.get(), answer.found()));
    search.heard(clock.instant());
    if (answers.stream().allMatch(HistoryAnswer::isOver)) {
      search.end();
    }
  }

  private static SearchFound read(ReceivedEnvelope envelope) throws MessageRejectedException {
    try {
      return SearchFound.decode(envelope.payload());
    } catch (MalformedEncodingException malformed) {
      throw new MessageRejectedException("the answer cannot be read", malformed);
    }
  }

  private static HistoryAnswer awaited(
      ReceivedEnvelope envelope, SymptomSearch search, List<HistoryAnswer> answers)
      throws MessageRejectedException {
    return answers.stream()
        .filter(each -> each.cloud().equals(envelope.from()))
        .filter(each -> search.hospital().equals(envelope.to()))
        .findFirst()
        .orElseThrow(() -> new MessageRejectedException("no such search between these parties"));
  }

  /** Hers, kept by that cloud, and matching. */
  private List<RecordId> verified(
      SymptomSearch search, PartyCode cloud, Trapdoor trapdoor, List<RecordId> claimed) {
    Set<RecordId> all = Set.copyOf(claimed);
    return episodes.finished(search.patient(), search.hospital()).stream()
        .filter(each -> each.cloud().equals(cloud) && all.contains(each.episode()))
        .map(each -> each.episode())
        .filter(each -> records.header(each).filter(has(trapdoor)).isPresent())
        .toList();
  }

  private Predicate<ByteString> has(Trapdoor trapdoor) {
    return header ->
        suite.reEncryption().matches(trapdoor, suite.reEncryption().decodeHeader(header.bytes()));
  }
}
