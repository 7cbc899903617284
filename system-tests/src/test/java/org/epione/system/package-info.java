/**
 * Tests of the whole from outside: they start the real server and use what its people and partner
 * systems use, REST, the broker, a browser, and the files that an attacker might reach. Unlike the
 * tests of the modules they know no class of the server.
 */
@NullMarked
package org.epione.system;

import org.jspecify.annotations.NullMarked;
