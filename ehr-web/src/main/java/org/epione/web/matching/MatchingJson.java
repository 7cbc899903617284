package org.epione.web.matching;

import java.time.Instant;
import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.matching.boundary.ExchangeView;
import org.epione.matching.boundary.MatchingView;
import org.epione.matching.boundary.SaidView;
import org.epione.matching.boundary.SearchView;
import org.epione.matching.boundary.VaultView;
import org.jspecify.annotations.Nullable;

/**
 * Where a patient's matching stands, for her browser. Bytes are in hexadecimal; what is not there
 * is left out.
 */
public record MatchingJson(
    @Nullable VaultJson vault, @Nullable SearchJson search, List<ExchangeJson> exchanges) {

  static MatchingJson of(MatchingView view) {
    return new MatchingJson(
        view.vault().map(VaultJson::of).orElse(null),
        view.search().map(SearchJson::of).orElse(null),
        view.exchanges().stream().map(ExchangeJson::of).toList());
  }

  /** As {@link VaultView}. */
  public record VaultJson(String salt, String probe) {
    static VaultJson of(VaultView view) {
      return new VaultJson(view.salt().hex(), view.probe().hex());
    }
  }

  /** As {@link SearchView}. */
  public record SearchJson(
      String reach, String sealed, Instant begunAt, Instant endsAt, long compared, long most) {
    static SearchJson of(SearchView view) {
      return new SearchJson(
          view.reach().name(),
          view.sealed().hex(),
          view.begunAt(),
          view.endsAt(),
          view.compared(),
          view.most());
    }
  }

  /** As {@link ExchangeView}. */
  public record ExchangeJson(
      String id,
      String own,
      String ownCertificate,
      String peer,
      String peerCertificate,
      boolean beginner,
      String due,
      @Nullable String peerShare,
      @Nullable String peerConfirmation,
      @Nullable String sealed,
      boolean agreed,
      boolean together,
      int sent,
      int received,
      @Nullable String endedBy) {

    static ExchangeJson of(ExchangeView view) {
      return new ExchangeJson(
          view.id(),
          view.own().hex(),
          view.ownCertificate().hex(),
          view.peer().hex(),
          view.peerCertificate().hex(),
          view.beginner(),
          view.due().name(),
          view.peerShare().map(ByteString::hex).orElse(null),
          view.peerConfirmation().map(ByteString::hex).orElse(null),
          view.sealed().map(ByteString::hex).orElse(null),
          view.agreed(),
          view.together(),
          view.sent(),
          view.received(),
          view.endedBy().map(Enum::name).orElse(null));
    }
  }

  /** As {@link SaidView}. */
  public record SaidJson(boolean outgoing, int number, String sealed, Instant saidAt) {
    static SaidJson of(SaidView view) {
      return new SaidJson(view.outgoing(), view.number(), view.sealed().hex(), view.saidAt());
    }
  }
}
