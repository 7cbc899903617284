/**
 * What a patient leaves behind in each feature, and how it is destroyed when she is forgotten (ADR
 * 22). The workflow is in {@code org.epione.forgetting}.
 */
@NullMarked
package org.epione.platform.erasure;

import org.jspecify.annotations.NullMarked;
