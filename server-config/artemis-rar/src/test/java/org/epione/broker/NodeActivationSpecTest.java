package org.epione.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodeActivationSpecTest {

  @Test
  void setDestination_shouldPutTheNodesNameInPlace() {
    NodeActivationSpec spec = new NodeActivationSpec();
    spec.setDestination("epione.parties.{node}");
    assertThat(spec.getDestination()).isEqualTo("epione.parties.local");
  }
}
