/**
 * How a hospital's chain is doing and how its doctors stand on it, for the people of that hospital;
 * the auditors' view of chains is in {@code org.epione.audit}.
 */
@NullMarked
package org.epione.operations.boundary;

import org.jspecify.annotations.NullMarked;
