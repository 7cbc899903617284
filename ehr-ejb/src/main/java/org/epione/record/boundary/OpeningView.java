package org.epione.record.boundary;

import java.util.Optional;

/**
 * How far the opening of a record is: asked of the cloud, or there.
 *
 * @param id of the opening
 * @param record the decrypted record, once it has come
 */
public record OpeningView(String id, String recordId, Optional<RecordView> record) {}
