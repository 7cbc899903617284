package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.identity.Pseudonym;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.identity.Pid;
import org.epione.party.boundary.Post;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.team.entity.Episode;
import org.epione.team.entity.TeamMember;

/**
 * Makes the group key of an episode, seals it with the rest of the {@link Briefing} to each doctor,
 * and opens it again in a doctor's key session. The hospital keeps no copy of the key: only the tag
 * with which each doctor will show to hold it, so nothing but the doctors' own sealed copies has to
 * be destroyed in the end.
 */
@ApplicationScoped
public class Briefings {

  @Inject private CryptoSuite suite;
  @Inject private Clock clock;
  @Inject private EpisodeStore episodes;
  @Inject private EpisodeSecrets secrets;
  @Inject private TeamDoctors doctors;
  @EJB private ServerKeys serverKeys;
  @EJB private PersonKeys personKeys;
  @EJB private Post post;

  /**
   * An opened briefing; closing it wipes the group keys.
   *
   * @param keys by epoch, those of the teams that the doctor was in; the last is the present one
   */
  record Opened(Briefing briefing, SortedMap<Integer, GroupKey> keys) implements AutoCloseable {

    GroupKey key() {
      return key(keys.lastKey());
    }

    /** The key of the team of that number, of which the doctor was. */
    GroupKey key(int epoch) {
      return Optional.ofNullable(keys.get(epoch))
          .orElseThrow(() -> new RefusedException(ErrorCode.NOT_PASSED_ON));
    }

    @Override
    public void close() {
      keys.values().forEach(GroupKey::close);
    }
  }

  /** A new group key for the team, sent to each of its doctors. */
  public void invite(Episode episode, List<TeamMember> members) {
    PartyCode hospital = new PartyCode(episode.hospital());
    ByteString id = ByteString.ofHex(episode.id());
    SealedFacts facts = secrets.open(episode);
    byte[] random = suite.random().bytes(32);
    try (GroupKey key = new GroupKey(suite.aead(), random, id, episode.epoch())) {
      Briefing briefing =
          new Briefing(
              ByteString.of(random),
              facts.alpha(),
              facts.patient(),
              ByteString.of(episode.recordKey()),
              facts.facts());
      for (TeamMember member : members) {
        HpkePublicKey to = doctors.receivingKey(hospital, Pid.of(member.doctorPseudonym()));
        byte[] sealed =
            serverKeys.authSeal(
                hospital,
                to,
                Briefing.sealingInfo(),
                place(episode, member),
                (member.isVisitor() ? briefing.forVisitor(episode.reference()) : briefing)
                    .encode());
        InvitationMessage invitation =
            new InvitationMessage(id, episode.epoch(), member.place(), ByteString.of(sealed));
        member.expects(key.confirmation(transcript(invitation, episode, members)));
        post.send(
            hospital, hospital, InvitationMessage.TYPE, invitation.encode(), Optional.empty());
      }
    } finally {
      Arrays.fill(random, (byte) 0);
    }
  }

  /**
   * Opens the doctor's briefings, and confirms each group key to the hospital the first time.
   *
   * @throws RefusedException if one has not arrived, or is not what the hospital sent
   */
  Opened open(KeySession session, Episode episode, TeamMember member) {
    SortedMap<Integer, GroupKey> keys = new TreeMap<>();
    Optional<Briefing> last = Optional.empty();
    try {
      for (TeamMember place : episodes.places(episode.id(), member.doctorAccount())) {
        // A team's key that came too late for that team is of no use to anybody.
        boolean present = place.epoch() == episode.epoch();
        if (present || (place.epoch() < episode.epoch() && place.sealedBriefing().isPresent())) {
          last = Optional.of(open(session, episode, place, keys));
        }
      }
      Opened opened = new Opened(last.orElseThrow(), new TreeMap<>(keys));
      keys.clear();
      return opened;
    } finally {
      keys.values().forEach(GroupKey::close);
    }
  }

  private Briefing open(
      KeySession session, Episode episode, TeamMember member, Map<Integer, GroupKey> keys) {
    byte[] sealed =
        member.sealedBriefing().orElseThrow(() -> new RefusedException(ErrorCode.TURN_NOT_READY));
    PartyCode hospital = new PartyCode(episode.hospital());
    Briefing briefing;
    try {
      briefing =
          Briefing.decode(
              personKeys.openAuthenticated(
                  session,
                  serverKeys.receivingKey(hospital),
                  Briefing.sealingInfo(),
                  place(episode, member),
                  sealed));
    } catch (DecryptionFailedException | MalformedEncodingException foreign) {
      throw new RefusedException(ErrorCode.GROUP_KEY_UNUSABLE);
    }
    GroupKey key =
        new GroupKey(
            suite.aead(),
            briefing.groupKey().bytes(),
            ByteString.ofHex(episode.id()),
            member.epoch());
    keys.put(member.epoch(), key);
    confirm(key, sealed, episode, member);
    return briefing;
  }

  private void confirm(GroupKey key, byte[] sealed, Episode episode, TeamMember member) {
    if (member.confirmedAt().isPresent()) {
      return;
    }
    InvitationMessage invitation =
        new InvitationMessage(
            ByteString.ofHex(episode.id()), member.epoch(), member.place(), ByteString.of(sealed));
    List<TeamMember> members = episodes.members(episode.id(), member.epoch());
    byte[] tag = key.confirmation(transcript(invitation, episode, members));
    if (!MessageDigest.isEqual(tag, member.expectedConfirmation().orElse(new byte[0]))) {
      throw new RefusedException(ErrorCode.GROUP_KEY_UNUSABLE);
    }
    member.confirmed(clock.instant());
  }

  private static byte[] transcript(
      InvitationMessage invitation, Episode episode, List<TeamMember> members) {
    List<Pseudonym> order =
        members.stream().map(each -> Pseudonym.of(each.doctorPseudonym())).toList();
    return Roster.confirmationTranscript(invitation, episode.hospital(), order);
  }

  private static byte[] place(Episode episode, TeamMember member) {
    return Briefing.place(
        ByteString.ofHex(episode.id()), member.epoch(), member.place(), member.doctorPseudonym());
  }
}
