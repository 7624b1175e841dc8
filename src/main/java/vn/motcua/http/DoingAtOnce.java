package vn.motcua.http;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Does what is asked and tells of it, both or neither. */
@Doing
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class DoingAtOnce {

    private final Event<Done> done;

    DoingAtOnce(Event<Done> done) {
        this.done = done;
    }

    @AroundInvoke
    Object inOneTransaction(InvocationContext operation) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            var answer = operation.proceed();
            done.fire(new Done());
            return answer;
        });
    }
}
