package org.epione.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.epione.history.Searching.CHEST;
import static org.epione.history.Searching.COUGH;
import static org.epione.history.Searching.ids;
import static org.epione.history.Searching.keys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.epione.cloud.boundary.SearchFound;
import org.epione.cloud.boundary.SearchId;
import org.epione.cloud.boundary.SearchRequest;
import org.epione.cloud.boundary.SearchState;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.pre.ScopedHeader;
import org.epione.crypto.scheme.pre.Trapdoor;
import org.epione.custody.boundary.NotOpenedException;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.ServerKeys;
import org.epione.history.boundary.SearchStanding;
import org.epione.history.boundary.SearchView;
import org.epione.party.boundary.ReceivingKeys;
import org.epione.platform.identity.PartyCode;
import org.epione.record.boundary.RecordDirectory;
import org.epione.team.Clinic;
import org.epione.testing.DatabaseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clouds that lie, hospitals that pry, and whoever sees messages and rows of a search. */
class HistorySearchAttackTest {

  @TempDir private Path home;
  private Searching world;
  private String chest;

  @BeforeEach
  void start() throws Exception {
    world = new Searching(home, 100);
    chest = world.record(world.ann, CHEST);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void trapdoor_shouldMatchOnePatientsRecordsWithOneSymptomOnly() throws Exception {
    String cough = world.record(world.ann, COUGH);
    String bobs = world.record(world.bob, CHEST);
    Trapdoor anns = trapdoor(world.ann, CHEST);
    assertThat(matches(anns, chest)).isTrue();
    assertThat(matches(anns, cough)).as("another symptom").isFalse();
    assertThat(matches(anns, bobs)).as("another patient").isFalse();
    assertThat(matches(trapdoor(world.ann, COUGH), chest)).isFalse();
    assertThat(matches(trapdoor(world.bob, CHEST), chest)).isFalse();
  }

  /** The cloud has public keys, headers and everything that is on the chain. */
  @Test
  void cloud_shouldFindNothing_withoutATrapdoor() throws Exception {
    String bobs = world.record(world.bob, CHEST);
    CryptoSuite crypto = world.clinic.bean(CryptoSuite.class);
    byte[] symptom = CHEST.getBytes(StandardCharsets.UTF_8);
    List<Trapdoor> guesses =
        List.of(
            crypto.reEncryption().trapdoor(crypto.reEncryption().generate().secretKey(), symptom),
            crypto.reEncryption().decodeTrapdoor(lastElement(chest)),
            crypto.reEncryption().decodeTrapdoor(lastElement(bobs)));
    for (Trapdoor guess : guesses) {
      assertThat(matches(guess, chest)).isFalse();
      assertThat(matches(guess, bobs)).isFalse();
    }
  }

  /** C5, the element of G1 that a header ends with. */
  private byte[] lastElement(String record) {
    byte[] header = header(record).encode();
    return Arrays.copyOfRange(header, header.length - Trapdoor.LENGTH, header.length);
  }

  @Test
  void sealedTrapdoor_shouldNotOpen_forAnotherSearchSenderOrReceiver() throws Exception {
    world.search(world.ann, CHEST);
    SearchRequest genuine = world.lastRequest();
    SearchId other = SearchId.ofHex("11".repeat(16));
    world.send(
        Clinic.HOSPITAL,
        PartyCode.CLOUD,
        SearchRequest.TYPE,
        new SearchRequest(other, genuine.sealedTrapdoor()).encode());
    world.clinic.wire.deliverAll();
    assertThat(world.clinic.wire.rejected).hasSize(1);
    assertThat(rows("cloud_search")).isZero();

    ServerKeys server = world.clinic.bean(ServerKeys.class);
    ReceivingKeys receiving = world.clinic.bean(ReceivingKeys.class);
    byte[] id = genuine.search().value().bytes();
    byte[] sealed = genuine.sealedTrapdoor().bytes();
    assertThat(
            server.authOpen(
                PartyCode.CLOUD,
                receiving.require(Clinic.HOSPITAL),
                SearchRequest.sealingInfo(),
                id,
                sealed))
        .as("the same attempt succeeds for whom it is")
        .isEqualTo(trapdoor(world.ann, CHEST).encode());
    assertThatThrownBy(
            () ->
                server.authOpen(
                    PartyCode.CLOUD,
                    receiving.require(PartyCode.SYSTEM_MANAGER),
                    SearchRequest.sealingInfo(),
                    id,
                    sealed))
        .isInstanceOf(NotOpenedException.class);
    assertThatThrownBy(
            () ->
                server.authOpen(
                    PartyCode.SYSTEM_MANAGER,
                    receiving.require(Clinic.HOSPITAL),
                    SearchRequest.sealingInfo(),
                    id,
                    sealed))
        .isInstanceOf(NotOpenedException.class);
  }

  @Test
  void search_shouldBeRejected_whenItHoldsNoTrapdoor() throws Exception {
    byte[] notOnTheCurve = new byte[Trapdoor.LENGTH];
    Arrays.fill(notOnTheCurve, (byte) 0x9f);
    byte[] identity = new byte[Trapdoor.LENGTH];
    identity[0] = (byte) 0xc0;
    byte[] right = trapdoor(world.ann, CHEST).encode();
    List<byte[]> hostile =
        List.of(
            notOnTheCurve,
            identity,
            new byte[0],
            new byte[Trapdoor.LENGTH],
            Arrays.copyOf(right, right.length - 1),
            Arrays.copyOf(right, right.length + 1));
    for (byte[] each : hostile) {
      world.send(Clinic.HOSPITAL, PartyCode.CLOUD, SearchRequest.TYPE, sealed(each).encode());
      world.clinic.wire.deliverAll();
    }
    world.send(
        Clinic.HOSPITAL,
        PartyCode.CLOUD,
        SearchRequest.TYPE,
        new SearchRequest(SearchId.ofHex("22".repeat(16)), ByteString.of(new byte[90])).encode());
    world.send(Clinic.HOSPITAL, PartyCode.CLOUD, SearchRequest.TYPE, new byte[60]);
    world.clinic.wire.deliverAll();
    assertThat(world.clinic.wire.rejected).hasSize(hostile.size() + 2);
    assertThat(rows("cloud_search")).isZero();
    assertThat(world.answers()).isEmpty();

    world.send(Clinic.HOSPITAL, PartyCode.CLOUD, SearchRequest.TYPE, sealed(right).encode());
    world.clinic.wire.deliverAll();
    assertThat(world.answers()).as("the same way, a real one is searched with").hasSize(1);
  }

  private SearchRequest sealed(byte[] trapdoor) {
    SearchId id = SearchId.random(world.clinic.bean(CryptoSuite.class).random());
    return new SearchRequest(
        id,
        ByteString.of(
            world
                .clinic
                .bean(ServerKeys.class)
                .authSeal(
                    Clinic.HOSPITAL,
                    world.clinic.bean(ReceivingKeys.class).require(PartyCode.CLOUD),
                    SearchRequest.sealingInfo(),
                    id.value().bytes(),
                    trapdoor)));
  }

  @Test
  void searches_shouldBeTaken_fromHospitalsForCloudsOnly() throws Exception {
    byte[] request = sealed(trapdoor(world.ann, CHEST).encode()).encode();
    world.send(PartyCode.SYSTEM_MANAGER, PartyCode.CLOUD, SearchRequest.TYPE, request);
    world.send(PartyCode.CLOUD, PartyCode.CLOUD, SearchRequest.TYPE, request);
    world.send(Clinic.HOSPITAL, PartyCode.SYSTEM_MANAGER, SearchRequest.TYPE, request);
    world.send(Clinic.HOSPITAL, Clinic.HOSPITAL, SearchRequest.TYPE, request);
    world.clinic.wire.deliverAll();
    assertThat(world.clinic.wire.rejected).hasSize(4);
    assertThat(rows("cloud_search")).isZero();
  }

  @Test
  void portions_shouldBeOrdered_byTheCloudItselfOnly() throws Exception {
    world.clinic.wire.heldBack.add("cloud.search-on");
    world.search(world.ann, CHEST);
    byte[] order = world.clinic.wire.payloads("cloud.search-on").get(0);
    world.clinic.wire.heldBack.clear();
    world.send(Clinic.HOSPITAL, PartyCode.CLOUD, "cloud.search-on", order);
    world.send(PartyCode.SYSTEM_MANAGER, PartyCode.CLOUD, "cloud.search-on", order);
    for (int length : List.of(0, 1, order.length - 1)) {
      world.send(PartyCode.CLOUD, PartyCode.CLOUD, "cloud.search-on", Arrays.copyOf(order, length));
    }
    world.clinic.wire.deliverAll();
    assertThat(world.clinic.wire.rejected).hasSize(5);
    assertThat(world.answers()).isEmpty();
    assertThat(rows("cloud_search")).isEqualTo(1);
  }

  @Test
  void lies_shouldChangeNothing_whenTheCloudNamesOtherRecords() throws Exception {
    String cough = world.record(world.ann, COUGH);
    String bobs = world.record(world.bob, CHEST);
    world.clinic.wire.heldBack.add(SearchRequest.TYPE);
    SearchView begun = world.search(world.ann, CHEST);
    RecordId madeUp = RecordId.of(new byte[16]);
    answer(
        PartyCode.CLOUD,
        begun,
        SearchState.SEARCHING,
        List.of(RecordId.ofHex(bobs), madeUp, RecordId.ofHex(cough)));
    assertThat(world.one(world.ann, begun.id()).found())
        .as("another's, made up, or without the symptom")
        .isEmpty();
    assertThat(world.one(world.ann, begun.id()).standing()).isEqualTo(SearchStanding.SEARCHING);

    answer(PartyCode.CLOUD, begun, SearchState.SEARCHING, List.of(madeUp, RecordId.ofHex(chest)));
    assertThat(ids(world.one(world.ann, begun.id()))).containsExactly(chest);
    answer(PartyCode.CLOUD, begun, SearchState.DONE, List.of());
    SearchView over = world.one(world.ann, begun.id());
    assertThat(ids(over)).as("what was verified stays").containsExactly(chest);
    assertThat(over.standing()).isEqualTo(SearchStanding.DONE);
    answer(PartyCode.CLOUD, begun, SearchState.SEARCHING, List.of(RecordId.ofHex(chest)));
    assertThat(world.one(world.ann, begun.id())).as("over is over").isEqualTo(over);
  }

  @Test
  void answers_shouldBeTaken_fromTheAskedCloudForTheAskingHospitalOnly() throws Exception {
    world.clinic.wire.heldBack.add(SearchRequest.TYPE);
    SearchView begun = world.search(world.ann, CHEST);
    List<RecordId> found = List.of(RecordId.ofHex(chest));
    answer(PartyCode.SYSTEM_MANAGER, begun, SearchState.DONE, found);
    answer(Clinic.HOSPITAL, begun, SearchState.DONE, found);
    byte[] right =
        new SearchFound(SearchId.ofHex(begun.id()), SearchState.DONE, 3, 0, 3, found).encode();
    world.send(PartyCode.CLOUD, PartyCode.SYSTEM_MANAGER, SearchFound.TYPE, right);
    for (int length : List.of(0, 20, right.length - 1)) {
      world.send(PartyCode.CLOUD, Clinic.HOSPITAL, SearchFound.TYPE, Arrays.copyOf(right, length));
    }
    world.clinic.wire.deliverAll();
    assertThat(world.clinic.wire.rejected).hasSize(6);
    assertThat(world.one(world.ann, begun.id()).standing()).isEqualTo(SearchStanding.SEARCHING);
    assertThat(world.one(world.ann, begun.id()).found()).isEmpty();
  }

  private void answer(PartyCode from, SearchView search, SearchState state, List<RecordId> found) {
    world.send(
        from,
        Clinic.HOSPITAL,
        SearchFound.TYPE,
        new SearchFound(SearchId.ofHex(search.id()), state, 3, 0, 3, found).encode());
    world.clinic.wire.deliverAll();
  }

  /** What is on the way to the cloud and back, and what both keep, says neither who nor what. */
  @Test
  void search_shouldNotTell_whoSearchesForWhat() throws Exception {
    world.clinic.wire.heldBack.add("cloud.search-on");
    world.search(world.ann, CHEST);
    byte[] secret = trapdoor(world.ann, CHEST).encode();
    byte[] symptom = CHEST.getBytes(StandardCharsets.UTF_8);
    byte[] id = world.lastRequest().search().hex().getBytes(StandardCharsets.UTF_8);
    byte[] database = DatabaseDump.of(world.clinic.container);
    assertThat(DatabaseDump.contains(database, id)).as("what stands there is found").isTrue();
    assertThat(DatabaseDump.contains(database, secret)).isFalse();
    assertThat(DatabaseDump.contains(database, symptom)).isFalse();
    byte[] request = world.clinic.wire.payloads(SearchRequest.TYPE).get(0);
    assertThat(DatabaseDump.contains(request, world.lastRequest().search().value().bytes()))
        .isTrue();
    assertThat(DatabaseDump.contains(request, secret)).isFalse();
    assertThat(DatabaseDump.contains(request, symptom)).isFalse();

    world.clinic.wire.heldBack.clear();
    world.clinic.later(Duration.ofMinutes(11));
    world.search(world.ann, CHEST);
    assertThat(rows("cloud_search where protected_trapdoor is not null"))
        .as("of the search that was lost alone")
        .isEqualTo(1);
    assertThat(rows("history_search where protected_trapdoor is not null")).isZero();
  }

  private Trapdoor trapdoor(Clinic.Person patient, String symptomCode) {
    return world
        .clinic
        .bean(PersonKeys.class)
        .trapdoor(keys(patient), symptomCode.getBytes(StandardCharsets.UTF_8));
  }

  private boolean matches(Trapdoor trapdoor, String record) {
    return world.clinic.bean(CryptoSuite.class).reEncryption().matches(trapdoor, header(record));
  }

  private ScopedHeader header(String record) {
    return world
        .clinic
        .bean(CryptoSuite.class)
        .reEncryption()
        .decodeHeader(
            world
                .clinic
                .bean(RecordDirectory.class)
                .header(RecordId.ofHex(record))
                .orElseThrow()
                .bytes());
  }

  private long rows(String from) throws Exception {
    return world.treatment.count("select count(*) from " + from);
  }
}
