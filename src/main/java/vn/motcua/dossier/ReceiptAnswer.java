package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a receipt is answered. The secret is put in on the way out ({@link TrackingSecrets}), and kept nowhere. */
@Schema(name = "ReceiptAnswer")
record ReceiptAnswer(
        @JsonUnwrapped DossierAnswer dossier,
        @Schema(
                        description = "For the receipt: with code and secret its citizen looks the dossier up",
                        examples = "7ZK4-M0QX-2B9T-HV3D")
                String trackingSecret) {}
