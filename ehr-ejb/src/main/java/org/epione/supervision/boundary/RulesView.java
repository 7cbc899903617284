package org.epione.supervision.boundary;

import java.util.Optional;

/**
 * The rules of credit of one hospital's chain, as the system manager sees them.
 *
 * @param hospital code
 * @param hospitalName its name
 * @param weights those in force; empty where the chain is not kept here
 */
public record RulesView(String hospital, String hospitalName, Optional<WeightsView> weights) {}
