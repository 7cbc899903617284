/**
 * The command line: checks the machine, starts and stops the server as a process of its own, and
 * carries out the few commands that need no portal. It knows the server's files and addresses, not
 * its insides; what the demonstration does is {@code org.epione.demo}'s.
 */
@NullMarked
package org.epione.launcher;

import org.jspecify.annotations.NullMarked;
