package vn.motcua.dossier;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import vn.motcua.http.Answer;
import vn.motcua.http.Idempotency;

/** The steps of a dossier, one operation each. Each carries a key, and the version the caller saw. */
@Path("/v1/dossiers/{code}")
@Tag(name = "Steps")
@APIResponse(
        responseCode = "200",
        description = "The step is taken; this is where the dossier stands now",
        content = @Content(schema = @Schema(implementation = DossierAnswer.class)))
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class StepResource {

    private final FrontDesk desk;
    private final CorrectionDesk corrections;
    private final Idempotency idempotency;

    StepResource(FrontDesk desk, CorrectionDesk corrections, Idempotency idempotency) {
        this.desk = desk;
        this.corrections = corrections;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/acceptance")
    @PermissionsAllowed("acceptDossier")
    @Operation(
            operationId = "acceptDossier",
            summary = "Accept what was submitted: the clock starts and a date is promised")
    public Response acceptance(
            @RestPath DossierCode code,
            @RestHeader("Idempotency-Key") String key,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid StepBodies.Acceptance body) {
        return once(key, body, () -> desk.accept(code, ifMatch, Optional.ofNullable(body.caseName())));
    }

    @POST
    @Path("/refusal")
    @PermissionsAllowed("refuseDossier")
    @Operation(operationId = "refuseDossier", summary = "Refuse what was submitted, or what was never completed")
    public Response refusal(
            @RestPath DossierCode code,
            @RestHeader("Idempotency-Key") String key,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid StepBodies.Reason body) {
        return once(key, body, () -> desk.refuse(code, ifMatch, body.texts()));
    }

    @POST
    @Path("/supplement-request")
    @PermissionsAllowed("requestSupplement")
    @Operation(operationId = "requestSupplement", summary = "Ask the applicant for missing papers; the clock stops")
    public Response supplementRequest(
            @RestPath DossierCode code,
            @RestHeader("Idempotency-Key") String key,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid StepBodies.SupplementRequest body) {
        return once(key, body, () -> desk.requestSupplement(code, ifMatch, body.texts()));
    }

    @POST
    @Path("/supplement")
    @PermissionsAllowed("receiveSupplement")
    @Operation(
            operationId = "receiveSupplement",
            summary = "The missing papers arrived; the clock goes on or starts anew")
    public Response supplement(
            @RestPath DossierCode code,
            @RestHeader("Idempotency-Key") String key,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid StepBodies.Nothing body) {
        return once(key, body, () -> desk.resume(Step.SUPPLEMENT, code, ifMatch));
    }

    @POST
    @Path("/payment-request")
    @PermissionsAllowed("requestPayment")
    @Operation(operationId = "requestPayment", summary = "Ask the applicant to pay; the clock stops")
    public Response paymentRequest(
            @RestPath DossierCode code,
            @RestHeader("Idempotency-Key") String key,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid StepBodies.Stop body) {
        return once(key, body, () -> desk.requestPayment(code, ifMatch, body.texts()));
    }

    @POST
    @Path("/payment")
    @PermissionsAllowed("receivePayment")
    @Operation(operationId = "receivePayment", summary = "The payment arrived; the clock goes on")
    public Response payment(
            @RestPath DossierCode code,
            @RestHeader("Idempotency-Key") String key,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid StepBodies.Nothing body) {
        return once(key, body, () -> desk.resume(Step.PAYMENT, code, ifMatch));
    }

    @POST
    @Path("/suspension")
    @PermissionsAllowed("suspendDossier")
    @Operation(operationId = "suspendDossier", summary = "Halt the work for a legal reason; the clock stops")
    public Response suspension(
            @RestPath DossierCode code,
            @RestHeader("Idempotency-Key") String key,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid StepBodies.Stop body) {
        return once(key, body, () -> desk.suspend(code, ifMatch, body.texts()));
    }

    @POST
    @Path("/resumption")
    @PermissionsAllowed("resumeDossier")
    @Operation(operationId = "resumeDossier", summary = "Go on after a halt")
    public Response resumption(
            @RestPath DossierCode code,
            @RestHeader("Idempotency-Key") String key,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid StepBodies.Nothing body) {
        return once(key, body, () -> desk.resume(Step.RESUMPTION, code, ifMatch));
    }

    @POST
    @Path("/hand-over")
    @PermissionsAllowed("handOverDossier")
    @Operation(operationId = "handOverDossier", summary = "Hand the dossier to a unit or an officer")
    public Response handOver(
            @RestPath DossierCode code,
            @RestHeader("Idempotency-Key") String key,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid StepBodies.HandOver body) {
        return once(key, body, () -> desk.handOver(code, ifMatch, body));
    }

    @POST
    @Path("/extension")
    @PermissionsAllowed("extendPromise")
    @Operation(
            operationId = "extendPromise",
            summary = "Apologise and name a later date, once; the first promise stays on record and judged")
    public Response extension(
            @RestPath DossierCode code,
            @RestHeader("Idempotency-Key") String key,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid StepBodies.Extension body) {
        return once(key, body, () -> desk.extend(code, ifMatch, body));
    }

    @POST
    @Path("/result")
    @PermissionsAllowed("finishDossier")
    @Operation(operationId = "finishDossier", summary = "The result is ready: the clock stops and the verdict is given")
    public Response result(
            @RestPath DossierCode code,
            @RestHeader("Idempotency-Key") String key,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid ReceiptBody.Result body) {
        return once(key, body, () -> desk.finish(code, ifMatch, body));
    }

    @POST
    @Path("/return")
    @PermissionsAllowed("returnResult")
    @Operation(operationId = "returnResult", summary = "Hand the result to the applicant")
    public Response giveBack(
            @RestPath DossierCode code,
            @RestHeader("Idempotency-Key") String key,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid ReceiptBody.Return body) {
        return once(key, body, () -> desk.giveBack(code, ifMatch, Optional.ofNullable(body.delivery())));
    }

    @POST
    @Path("/withdrawal")
    @PermissionsAllowed("withdrawDossier")
    @Operation(operationId = "withdrawDossier", summary = "The applicant takes the dossier back")
    public Response withdrawal(
            @RestPath DossierCode code,
            @RestHeader("Idempotency-Key") String key,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid StepBodies.Reason body) {
        return once(key, body, () -> desk.withdraw(code, ifMatch, body.texts()));
    }

    @POST
    @Path("/correction")
    @PermissionsAllowed("correctDossier")
    @Operation(
            operationId = "correctDossier",
            summary =
                    "Correct a dossier: undo its end, count it under what is right, set a person right, or make it void",
            description =
                    """
                    REOPEN undoes the step that ended it; clock and stops run as if it had never been taken. PROCEDURE, \
                    UNIT and CHANNEL change what it is counted under, back to its receipt, and reckon the promise of an \
                    open dossier anew; what was missed stays missed. VOID takes a dossier entered by mistake out of \
                    every count. PERSON sets right what is said of one of its people, open, over or void, and stands whatever \
                    is undone; what was said before is kept with them. Once its people were let go of, a dossier takes \
                    no correction. Figures asked for as of a time before the correction stay as they were.""")
    public Response correction(
            @RestPath DossierCode code,
            @RestHeader("Idempotency-Key") String key,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid StepBodies.Corrected body) {
        return once(key, body, () -> corrections.correct(code, ifMatch, body));
    }

    private Response once(String key, Object body, Supplier<Dossier> step) {
        return idempotency.once(key, body, () -> {
            var dossier = step.get();
            return Answer.ok(dossier.version(), DossierAnswer.of(dossier));
        });
    }
}
