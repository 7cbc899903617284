package org.epione.attachment.entity;

/** How far an upload is. */
public enum UploadState {
  /** Slices are missing, or it is not sealed yet. */
  UPLOADING,
  /** It is sealed and belongs to what will be signed. */
  COMPLETE
}
