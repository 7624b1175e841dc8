package vn.motcua.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps demo data and real data apart: a database is one or the other from its first start on. */
@ApplicationScoped
public class DemoMark {

    private final EntityManager entities;
    private final boolean demo;

    DemoMark(EntityManager entities, @ConfigProperty(name = "motcua.demo", defaultValue = "false") boolean demo) {
        this.entities = entities;
        this.demo = demo;
    }

    public boolean isDemo() {
        return demo;
    }

    /** When the service was first started on this database. */
    @Transactional
    public Instant madeAt() {
        return (Instant) entities.createNativeQuery("select created_at from installation", Instant.class)
                .getSingleResult();
    }

    @Transactional
    void check(@Observes StartupEvent starting) {
        entities.createNativeQuery("insert into installation (demo) values (?1) on conflict do nothing")
                .setParameter(1, demo)
                .executeUpdate();
        var marked = (Boolean)
                entities.createNativeQuery("select demo from installation").getSingleResult();
        if (marked != demo) {
            throw new IllegalStateException(
                    marked
                            ? "This database was made in demo mode and cannot hold real dossiers"
                            : "This database was not made in demo mode; demo mode is refused on it");
        }
    }
}
