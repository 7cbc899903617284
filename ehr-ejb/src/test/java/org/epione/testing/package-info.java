/**
 * A small container for tests: real session beans with their transactions and roles, on a real
 * database and a real JPA provider, without a server.
 */
@NullMarked
package org.epione.testing;

import org.jspecify.annotations.NullMarked;
