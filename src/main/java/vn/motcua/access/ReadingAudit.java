package vn.motcua.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import vn.motcua.http.Page;

/** Lets an answer go once it is on record that it was given. Until then the answer waits, and no connection with it. */
@Audited
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100) // around the transaction, which begins at + 200
class ReadingAudit {

    private final Trail trail;
    private final AuditWriter writer;

    ReadingAudit(Trail trail, AuditWriter writer) {
        this.trail = trail;
        this.writer = writer;
    }

    @AroundInvoke
    Object record(InvocationContext operation) throws Exception {
        var answer = operation.proceed();
        writer.write(
                trail.footprints(answer instanceof Page<?> page ? page.items().size() : null));
        return answer;
    }
}
