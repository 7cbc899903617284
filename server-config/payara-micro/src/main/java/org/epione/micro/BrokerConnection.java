package org.epione.micro;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.resource.ConnectionFactoryDefinition;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;

/**
 * Defines the connection factory over the adapter that is deployed beside the archive. Not part of
 * the server's transactions: the outbox makes sending safe.
 */
@Singleton
@PermitAll
@ConnectionFactoryDefinition(
    name = "java:app/jms/EpioneConnectionFactory",
    interfaceName = "jakarta.jms.ConnectionFactory",
    resourceAdapter = "artemis-rar",
    transactionSupport = TransactionSupportLevel.NoTransaction,
    minPoolSize = 0,
    maxPoolSize = 40)
public class BrokerConnection {}
