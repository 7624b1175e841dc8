package vn.motcua.organization;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a unit comes to have another in its place. */
@Schema(name = "SuccessionKind")
public enum SuccessionKind {
    /** It goes into another, as others may too. */
    MERGE,
    /** Several take its place, each what a rule gives it. */
    SPLIT,
    /** It goes on under another code. */
    RENAME
}
