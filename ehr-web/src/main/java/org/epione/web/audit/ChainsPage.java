package org.epione.web.audit;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.epione.audit.boundary.Audit;
import org.epione.audit.boundary.BlockView;
import org.epione.audit.boundary.ChainVerdict;
import org.epione.audit.boundary.ChainView;
import org.epione.audit.boundary.WitnessView;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** Chains: head, blocks, the whole verified, and the export. For auditors and administrators. */
@Named("chainsPage")
@ViewScoped
public class ChainsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BLOCKS = 20;
  private static final String TEXTS = "auditText";

  @EJB private transient Audit audit;
  @Inject private transient Texts texts;

  private String hospital = "";
  private long highest = Long.MAX_VALUE;
  private transient @Nullable List<ChainView> chains;
  private transient @Nullable List<BlockView> blocks;
  private transient @Nullable ChainVerdict verdict;

  /** Shows another chain. */
  public void choose() {
    latest();
    verdict = null;
  }

  /** Verifies the chosen chain from its first block on. */
  public void verify() {
    try {
      verdict = audit.verifyChain(getHospital());
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  /** Reads the chain's state again; the blocks stay those that are looked at. */
  public void reload() {
    chains = null;
  }

  /** Shows the newest blocks. */
  public void latest() {
    highest = Long.MAX_VALUE;
    blocks = null;
    chains = null;
  }

  /** Shows the blocks before. */
  public void older() {
    List<BlockView> shown = getBlocks();
    if (!shown.isEmpty()) {
      highest = Math.max(0, shown.get(shown.size() - 1).height() - 1);
      blocks = null;
    }
  }

  /** Whether there are blocks before those that are shown. */
  public boolean isOlderThere() {
    List<BlockView> shown = getBlocks();
    return !shown.isEmpty() && shown.get(shown.size() - 1).height() > 0;
  }

  public List<ChainView> getChains() {
    if (chains == null) {
      chains = audit.chains();
    }
    return chains;
  }

  /** The chosen chain. */
  public @Nullable ChainView getChain() {
    String chosen = getHospital();
    return getChains().stream()
        .filter(each -> each.hospital().equals(chosen))
        .findFirst()
        .orElse(null);
  }

  public List<BlockView> getBlocks() {
    if (blocks == null) {
      ChainView chain = getChain();
      blocks = chain == null ? List.of() : audit.blocks(chain.hospital(), highest, BLOCKS);
    }
    return blocks;
  }

  /** Why the witness refused last. */
  public String refusal(WitnessView witness) {
    return witness
        .refusal()
        .map(code -> texts.find(TEXTS, "refusal." + code).orElse(code))
        .orElse("");
  }

  public @Nullable ChainVerdict getVerdict() {
    return verdict;
  }

  public String getHospital() {
    if (hospital.isEmpty() && !getChains().isEmpty()) {
      hospital = getChains().get(0).hospital();
    }
    return hospital;
  }

  public void setHospital(@Nullable String hospital) {
    this.hospital = Objects.requireNonNullElse(hospital, "");
  }
}
