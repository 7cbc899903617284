/**
 * The finished record: its content, its way to cloud and chain, and the patient's reading of it.
 */
@NullMarked
package org.epione.record.boundary;

import org.jspecify.annotations.NullMarked;
